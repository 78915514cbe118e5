import type { Site } from "../site.ts";
import { moveByHand } from "./move-by-hand.server.ts";
import type { Pausing } from "./pause-campaign.server.ts";

/** Lets a paused campaign be signed again. */
export async function resumeCampaign(
  site: Site,
  resuming: Pausing,
  now: number,
): Promise<"resumed" | "not_now" | "own_campaign"> {
  return site.db.transaction("resume campaign", async (tx) => {
    const outcome = await moveByHand(tx, site, { ...resuming, from: ["paused"], to: "open" }, now);
    return outcome === "moved" ? "resumed" : outcome;
  });
}
