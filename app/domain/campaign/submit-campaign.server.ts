import { eq } from "drizzle-orm";
import { supportersNeeded } from "../group/supporters-needed.server.ts";
import type { Site } from "../site.ts";
import { moveCampaign } from "./move-campaign.server.ts";
import { noticeOrganisers } from "./notice-organisers.server.ts";
import { countSignatures } from "./queries.server.ts";

/**
 * Hands a campaign to the moderators: one in gathering once enough people support it or a verified group publishes it, one that was sent back for
 * changes at any time. Its organisers are told by mail. `not_now` where it is in another state; nothing has
 * happened then. Whether the account runs the campaign is the caller's to ask.
 */
export async function submitCampaign(
  site: Site,
  { campaignId, accountId }: { campaignId: string; accountId: string },
  now: number,
): Promise<"submitted" | "too_few_supporters" | "not_now"> {
  return site.db.transaction("submit campaign", async (tx) => {
    const { campaigns } = tx.tables;
    const [campaign] = await tx
      .select({ state: campaigns.state, groupId: campaigns.groupId })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId));
    if (campaign?.state !== "gathering" && campaign?.state !== "changes_requested") return "not_now";
    const from = campaign.state;
    const needed = await supportersNeeded(tx, campaign.groupId);
    const isSupported = (await countSignatures(tx, campaignId)) >= needed;
    if (from === "gathering" && !isSupported) return "too_few_supporters";
    const move = { campaignId, from, to: "in_review", mover: "organiser", accountId } as const;
    const moveId = await moveCampaign(tx, site, move, now);
    if (moveId === undefined) return "not_now";
    await noticeOrganisers(tx, site, { campaignId, kind: "submitted", subjectId: moveId }, now);
    return "submitted";
  });
}
