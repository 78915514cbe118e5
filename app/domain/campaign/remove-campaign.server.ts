import type { Site } from "../site.ts";
import { REMOVABLE_STATES } from "./campaign.ts";
import { type HandMove, moveByHand } from "./move-by-hand.server.ts";

/** Removes a campaign for good: everything of it answers 410 from then on, and nothing brings it back. For admins. */
export async function removeCampaign(
  site: Site,
  asked: Pick<HandMove, "campaignId" | "accountId" | "reason" | "note">,
  now: number,
): Promise<"removed" | "not_now" | "own_campaign"> {
  return site.db.transaction("remove campaign", async (tx) => {
    const outcome = await moveByHand(
      tx,
      site,
      { ...asked, from: REMOVABLE_STATES, to: "removed", mover: "admin" },
      now,
    );
    return outcome === "moved" ? "removed" : outcome;
  });
}
