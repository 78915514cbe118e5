import { findAccountAddress } from "../domain/account/account-address.server.ts";
import { findOrganiserRole } from "../domain/campaign/organisers.server.ts";
import { ofCopyRow } from "../domain/update/send-copy.server.ts";
import { renderMail } from "../emails/layout.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import { findUpdateToMail, updateContent } from "./update-content.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the copy of an update for whoever runs the campaign and asked for it. */
export async function renderUpdateCopy(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const { updateId, accountId } = ofCopyRow(rowId);
  const found = await findUpdateToMail(db.read, updateId);
  if (!found) return { skip: "row_gone" };
  const role = await findOrganiserRole(db.read, { campaignId: found.campaign.id, accountId });
  const to = await findAccountAddress(db.read, keyring, accountId);
  if (role === undefined || to === undefined) return { skip: "row_gone" };
  return { to, mail: renderMail(updateContent(settings, found)) };
}
