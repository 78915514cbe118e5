import { findAccountAddress } from "../domain/account/account-address.server.ts";
import { findOrganiserRole } from "../domain/campaign/organisers.server.ts";
import { ofPreviewRow } from "../domain/forwarding/send-preview.server.ts";
import { londonDay } from "../domain/time/london.ts";
import { previewReportMail } from "../emails/preview-report.ts";
import { previewRound } from "./preview-round.server.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the copy of a message of the next round, for whoever runs the campaign and asked for it. */
export async function renderPreviewReport(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, clock } = context;
  const { campaignId, accountId } = ofPreviewRow(rowId);
  const role = await findOrganiserRole(db.read, { campaignId, accountId });
  const to = await findAccountAddress(db.read, keyring, accountId);
  if (role === undefined || to === undefined) return { skip: "row_gone" };
  const now = clock.now();
  const { slotOn, contents } = await previewRound(context, { campaignId, limit: 1, isCopy: true }, now);
  const [message] = contents;
  if (!message) return { skip: "nothing_to_tell" };
  return { to, mail: previewReportMail({ message, slotOn, sentOn: londonDay(now) }) };
}
