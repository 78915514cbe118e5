import { SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import { findAskingGroup } from "./publisher.server.ts";

/**
 * How many have to support a campaign before moderators read it: none where a verified group publishes it, for
 * somebody has looked already who stands behind it.
 */
export async function supportersNeeded(read: Reader, groupId: string): Promise<number> {
  return (await findAskingGroup(read, groupId)) ? 0 : SUPPORTERS_FOR_REVIEW;
}
