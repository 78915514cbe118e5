import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { bookVersionNews } from "../open-letter/tell-of-version.server.ts";
import type { Place } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { answeredAsksStay } from "./answered-asks.server.ts";
import { isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { noticeOrganisers } from "./notice-organisers.server.ts";
import { findOrganiserRole } from "./organisers.server.ts";
import { PROPOSABLE_STATES, type SettleOutcome, type Settling } from "./proposal.ts";
import { replaceText } from "./replace-text.server.ts";
import { dropPicture, showPicture } from "./show-picture.server.ts";
import { TextContent } from "./text-content.ts";

type Change = Tables["proposedChanges"]["$inferSelect"];

/** Where the note about a proposed change is sealed. */
export function changeNote(changeId: string): Place {
  return { table: "proposed_changes", column: "note", rowId: changeId };
}

/**
 * Settles a proposed change for good: accepted, its text and picture take the place of the present ones, and the
 * old text stays in public. The organisers are told. `changed_meanwhile` where the text is not the one that it was
 * made from, an ask that it changes has been answered since, or the campaign takes no changes any more; it can
 * still be declined then.
 */
export async function settleChange(
  site: Site,
  { publicId, moderatorId, decision, note }: Settling,
  now: number,
): Promise<SettleOutcome> {
  return site.db.transaction("settle change", async (tx) => {
    const found = await find(tx, publicId);
    const campaign = found && (await holdCampaign(tx, found.campaignId));
    const change = campaign && (await find(tx, publicId));
    if (!change) return "unknown";
    const { id, campaignId } = change;
    if (await findOrganiserRole(tx, { campaignId, accountId: moderatorId })) return "own_campaign";
    if (change.state !== "waiting") return "already_settled";
    if (decision === "accepted") {
      const content = TextContent.parse(JSON.parse(change.content));
      if (!isIn(PROPOSABLE_STATES, campaign.state) || campaign.textVersion !== change.textVersion)
        return "changed_meanwhile";
      if (!(await answeredAsksStay(tx, campaignId, content.asks))) return "changed_meanwhile";
      if (!(await putPicture(tx, campaign, change))) return "changed_meanwhile";
      const isReplaced = await replaceText(tx, campaignId, content, now);
      if (isReplaced && campaign.kind === "letter") await tellOfNewVersion(tx, site, campaign, now);
    }
    await close(tx, change, {
      state: decision,
      note: note === "" ? "" : site.keyring.seal(changeNote(id), note),
      settledAt: now,
      settledBy: moderatorId,
    });
    const action = decision === "accepted" ? "accept_change" : "decline_change";
    await appendAudit(tx, { accountId: moderatorId, action, subject: campaignId, detail: publicId }, now);
    await noticeOrganisers(tx, site, { campaignId, kind: "change_settled", subjectId: id }, now);
    return "settled";
  });
}

/** Those who signed a letter signed its words: a change of them makes a new version, and each is told of it. */
async function tellOfNewVersion(
  tx: Tx,
  site: Pick<Site, "wake">,
  before: { id: string; textVersion: number },
  now: number,
): Promise<void> {
  const { campaigns } = tx.tables;
  const [after] = await tx
    .select({ version: campaigns.textVersion })
    .from(campaigns)
    .where(eq(campaigns.id, before.id));
  if (after && after.version > before.textVersion)
    await bookVersionNews(tx, site, { campaignId: before.id, version: after.version }, now);
}

async function find(tx: Tx, publicId: string): Promise<Change | undefined> {
  const { proposedChanges } = tx.tables;
  const [row] = await tx.select().from(proposedChanges).where(eq(proposedChanges.publicId, publicId));
  return row;
}

/** False where the picture that was proposed is not there any more: then nothing has been done. */
async function putPicture(
  tx: Tx,
  { pictureId: present }: { pictureId: string },
  { campaignId, pictureId }: Change,
): Promise<boolean> {
  if (pictureId === present) return true;
  return pictureId === "" ? dropPicture(tx, campaignId) : showPicture(tx, campaignId, pictureId);
}

async function close(
  tx: Tx,
  { id }: Change,
  settled: Pick<Change, "state" | "note" | "settledAt" | "settledBy">,
): Promise<void> {
  const { proposedChanges } = tx.tables;
  await tx
    .update(proposedChanges)
    .set(settled)
    .where(and(eq(proposedChanges.id, id), eq(proposedChanges.state, "waiting")));
}
