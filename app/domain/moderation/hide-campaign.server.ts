import { moveCampaign } from "../campaign/move-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import type { Site } from "../site.ts";
import { campaignSubject, dropClaim } from "./claims.server.ts";
import type { HideForm } from "./decision.ts";
import { holdByNumber, type Moderator, moverOf, runsCampaign } from "./moderator.server.ts";

/**
 * Takes a campaign down at once, whoever has it in hand and whatever its text: from the commit on everything of it
 * answers 410. Its organisers are told. `not_now` for one that is a draft, hidden or removed.
 */
export async function hideCampaign(
  site: Site,
  asked: Moderator & { number: number; form: HideForm },
  now: number,
): Promise<"hidden" | "unknown" | "own_campaign" | "not_now"> {
  const { number, moderatorId, form } = asked;
  return site.db.transaction("hide campaign", async (tx) => {
    const campaign = await holdByNumber(tx, number);
    if (!campaign) return "unknown";
    if (await runsCampaign(tx, campaign.id, moderatorId)) return "own_campaign";
    const move = {
      campaignId: campaign.id,
      from: campaign.state,
      to: "hidden",
      mover: moverOf(asked),
      accountId: moderatorId,
      reason: form.hideReason,
      note: form.note,
    } as const;
    const moveId = await moveCampaign(tx, site, move, now);
    if (moveId === undefined) return "not_now";
    await dropClaim(tx, { subject: campaignSubject(campaign.id), accountId: moderatorId });
    await noticeOrganisers(tx, site, { campaignId: campaign.id, kind: "decision", subjectId: moveId }, now);
    return "hidden";
  });
}
