import { and, eq, notExists, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Of a row of pictures: neither its campaign shows it, nor a change that waits for a moderator would. */
export function isUnused(read: Reader): SQL | undefined {
  const { pictures, campaigns, proposedChanges } = read.tables;
  const shown = read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.id, pictures.campaignId), eq(campaigns.pictureId, pictures.id)));
  const proposed = read
    .select({ id: proposedChanges.id })
    .from(proposedChanges)
    .where(
      and(
        eq(proposedChanges.campaignId, pictures.campaignId),
        eq(proposedChanges.pictureId, pictures.id),
        eq(proposedChanges.state, "waiting"),
      ),
    );
  return and(notExists(shown), notExists(proposed));
}
