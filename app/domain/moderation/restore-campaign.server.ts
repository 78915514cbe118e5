import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import type { Site } from "../site.ts";
import { findAppealable } from "./appealable.server.ts";
import { holdByNumber, runsCampaign } from "./moderator.server.ts";
import { putBack } from "./put-back.server.ts";

/**
 * Puts a hidden campaign back where it was, by an admin. Not while an appeal against the decision waits: that is
 * settled by somebody else than who decided. Its organisers are told.
 */
export async function restoreCampaign(
  site: Site,
  { number, adminId, note }: { number: number; adminId: string; note: string },
  now: number,
): Promise<"restored" | "unknown" | "own_campaign" | "not_hidden" | "appeal_waiting"> {
  return site.db.transaction("restore campaign", async (tx) => {
    const campaign = await holdByNumber(tx, number);
    if (!campaign) return "unknown";
    const campaignId = campaign.id;
    if (await runsCampaign(tx, campaignId, adminId)) return "own_campaign";
    if (campaign.state !== "hidden") return "not_hidden";
    if ((await findAppealable(tx, campaign))?.appeal === "waiting") return "appeal_waiting";
    const moveId = await putBack(tx, site, campaign, { mover: "admin", accountId: adminId, note }, now);
    if (moveId === undefined) return "not_hidden";
    await noticeOrganisers(tx, site, { campaignId, kind: "decision", subjectId: moveId }, now);
    return "restored";
  });
}
