import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { PROPOSALS_PER_CAMPAIGN_PER_DAY } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { answeredAsksStay } from "./answered-asks.server.ts";
import { isIn } from "./campaign.ts";
import type { TextEdit } from "./edit-text.server.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { PROPOSABLE_STATES } from "./proposal.ts";
import { getText } from "./replace-text.server.ts";
import { isSameText } from "./text-content.ts";

/** A change of what is public, as an organiser asks for it. */
export interface ChangeProposal extends Omit<TextEdit, "content"> {
  accountId: string;
  /** The text as it would be; the present one where it is left out. */
  content?: TextEdit["content"];
  /** The picture's row as it would be, blank for none; the present one where it is left out. */
  pictureId?: string;
  /** For the moderator, in the organiser's words. */
  why: string;
}

/** What became of it. `answered_ask`: it changes an ask of which something has become. */
export type ProposeOutcome =
  | "proposed"
  | "unchanged"
  | "already_waiting"
  | "answered_ask"
  | "changed_meanwhile"
  | "too_many"
  | "not_now";

/**
 * Takes down a change to a campaign that the public may sign; it waits for a moderator, one at a time. Nothing has
 * happened in any case but `proposed`.
 */
export async function proposeChange(
  site: Site,
  { campaignId, accountId, content, version, pictureId, why }: ChangeProposal,
  now: number,
): Promise<ProposeOutcome> {
  return site.db.transaction("propose change", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(PROPOSABLE_STATES, campaign.state)) return "not_now";
    if (campaign.textVersion !== version) return "changed_meanwhile";
    if (await isChangeWaiting(tx, campaignId)) return "already_waiting";
    const before = await getText(tx, campaignId);
    const text = content ?? before;
    const picture = pictureId ?? campaign.pictureId;
    if (isSameText(before, text) && picture === campaign.pictureId) return "unchanged";
    if (!(await answeredAsksStay(tx, campaignId, text.asks))) return "answered_ask";
    const allowance = {
      key: `propose ${campaignId}`,
      windowMs: DAY,
      limit: PROPOSALS_PER_CAMPAIGN_PER_DAY,
    };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    await tx.insert(tx.tables.proposedChanges).values({
      id: v7({ msecs: now }),
      publicId: newPublicId(),
      campaignId,
      accountId,
      content: JSON.stringify(text),
      textVersion: version,
      pictureId: picture,
      why,
      state: "waiting",
      note: "",
      createdAt: now,
      settledAt: null,
      settledBy: "",
    });
    return "proposed";
  });
}

/** Takes back a change that no moderator has settled yet; false where there is none of this name. */
export async function withdrawChange(
  site: Site,
  { campaignId, publicId }: { campaignId: string; publicId: string },
  now: number,
): Promise<boolean> {
  return site.db.transaction("withdraw change", async (tx) => {
    const { proposedChanges } = tx.tables;
    const withdrawn = await tx
      .update(proposedChanges)
      .set({ state: "withdrawn", settledAt: now })
      .where(
        and(
          eq(proposedChanges.campaignId, campaignId),
          eq(proposedChanges.publicId, publicId),
          eq(proposedChanges.state, "waiting"),
        ),
      )
      .returning({ id: proposedChanges.id });
    return withdrawn.length > 0;
  });
}

async function isChangeWaiting(read: Reader, campaignId: string): Promise<boolean> {
  const { proposedChanges } = read.tables;
  const waiting = await read
    .select({ id: proposedChanges.id })
    .from(proposedChanges)
    .where(and(eq(proposedChanges.campaignId, campaignId), eq(proposedChanges.state, "waiting")))
    .limit(1);
  return waiting.length > 0;
}
