import { DRAFT_DAYS } from "#app/policy.ts";
import { readDraft } from "../domain/campaign/drafts.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { draftLinkMail } from "../emails/draft-link.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that lets somebody go on with a draft; one that has begun meanwhile needs none. */
export async function renderDraftLink(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const draft = await readDraft(db.read, keyring, rowId);
  const { draft: token } = await linkTokens(db.read, keyring, rowId);
  if (!draft || draft.email === "" || token === undefined) return { skip: "row_gone" };
  const draftUrl = `${settings.appUrl}/start/${token}`;
  return {
    to: draft.email,
    mail: draftLinkMail({ site: mailSite(settings), kind: draft.kind, draftUrl, keptDays: DRAFT_DAYS }),
  };
}
