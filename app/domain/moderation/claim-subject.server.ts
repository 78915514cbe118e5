import type { Site } from "../site.ts";
import { takeClaim } from "./claims.server.ts";

/**
 * Takes something in hand for half an hour, so that two moderators do not work on it at once. `from` takes it over,
 * knowingly, from the moderator whom the page named. `held` where somebody else has it, or has it by now.
 */
export async function claimSubject(
  site: Pick<Site, "db">,
  claim: { subject: string; accountId: string; from?: string },
  now: number,
): Promise<"claimed" | "held"> {
  return site.db.transaction("claim", async (tx) => ((await takeClaim(tx, claim, now)) ? "claimed" : "held"));
}
