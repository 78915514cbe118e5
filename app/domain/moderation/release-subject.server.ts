import type { Site } from "../site.ts";
import { dropClaim } from "./claims.server.ts";

/** Gives up what a moderator has in hand, for others to take; nothing happens to what somebody else has. */
export async function releaseSubject(
  site: Pick<Site, "db">,
  claim: { subject: string; accountId: string },
): Promise<void> {
  await site.db.transaction("release", (tx) => dropClaim(tx, claim));
}
