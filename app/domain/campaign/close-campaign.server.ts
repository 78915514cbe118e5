import { eq } from "drizzle-orm";
import type { Site } from "../site.ts";
import { endOfLondonDay } from "../time/london.ts";
import { type HandMove, moveByHand } from "./move-by-hand.server.ts";

/** Who closes a campaign, and what they say of it. */
export type Closing = Pick<HandMove, "campaignId" | "accountId" | "mover" | "reason" | "note">;

/**
 * Closes an open campaign before its last day, for its organiser or for those who look after the site. Links mailed
 * before work for some hours more. Whether an organiser runs the campaign is the caller's to ask.
 */
export async function closeCampaign(
  site: Site,
  closing: Closing,
  now: number,
): Promise<"closed" | "not_now" | "own_campaign"> {
  return site.db.transaction("close campaign", async (tx) => {
    const { campaigns } = tx.tables;
    const [campaign] = await tx
      .select({ closesOn: campaigns.closesOn })
      .from(campaigns)
      .where(eq(campaigns.id, closing.campaignId));
    if (!campaign) return "not_now";
    // One whose day is over already has closed at its end, whoever comes first to say so.
    const set = { closedAt: Math.min(now, endOfLondonDay(campaign.closesOn)) };
    const outcome = await moveByHand(tx, site, { ...closing, from: ["open"], to: "closed", set }, now);
    return outcome === "moved" ? "closed" : outcome;
  });
}
