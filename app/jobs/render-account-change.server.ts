import { findAccountChange } from "../domain/account/find-account-change.server.ts";
import { accountChangedMail } from "../emails/account-changed.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that tells somebody that their account was changed; its row is a line of the audit log. */
export async function renderAccountChange(context: WorkerContext, line: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const found = await findAccountChange(db.read, keyring, line);
  if (!found) return { skip: "row_gone" };
  const { email, change, detail, at } = found;
  const accountUrl = `${settings.appUrl}/account`;
  return {
    to: email,
    mail: accountChangedMail({ site: mailSite(settings), change, detail, at, accountUrl }),
  };
}
