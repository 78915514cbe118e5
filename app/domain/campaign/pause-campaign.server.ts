import type { Site } from "../site.ts";
import { type HandMove, moveByHand } from "./move-by-hand.server.ts";

/** Who pauses a campaign or lets it go on, and what they say of it. */
export type Pausing = Pick<HandMove, "campaignId" | "accountId" | "reason" | "note"> & {
  mover: "moderator" | "admin";
};

/** Stops the signing of one open campaign; everybody can still read it, and it still closes at its date. */
export async function pauseCampaign(
  site: Site,
  pausing: Pausing,
  now: number,
): Promise<"paused" | "not_now" | "own_campaign"> {
  return site.db.transaction("pause campaign", async (tx) => {
    const outcome = await moveByHand(tx, site, { ...pausing, from: ["open"], to: "paused" }, now);
    return outcome === "moved" ? "paused" : outcome;
  });
}
