import type { Site } from "../site.ts";
import { moveByHand } from "./move-by-hand.server.ts";

/**
 * Removes a campaign that its organiser gives up before it was published. Its support link answers 410 from then
 * on. Whether the account runs the campaign is the caller's to ask.
 */
export async function giveUpCampaign(
  site: Site,
  { campaignId, accountId }: { campaignId: string; accountId: string },
  now: number,
): Promise<"given_up" | "not_now"> {
  return site.db.transaction("give up campaign", async (tx) => {
    const move = { campaignId, accountId, to: "removed", mover: "organiser" } as const;
    const outcome = await moveByHand(tx, site, { ...move, from: ["gathering", "changes_requested"] }, now);
    return outcome === "moved" ? "given_up" : "not_now";
  });
}
