import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { UpdateState } from "#db/tables/news.ts";
import type { Site } from "../site.ts";
import { nextMailingAt } from "./mailing-times.server.ts";

/** A row of updates. */
export type Update = Tables["updates"]["$inferSelect"];

/**
 * Puts an update in public, in the transaction that decides so, and books its mailing where one was asked for: at
 * once, or as soon as the last one is three days past. The campaign's row must be held. False where the update is in
 * none of the states `from`.
 */
export async function publishUpdate(
  tx: Tx,
  site: Pick<Site, "wake">,
  {
    update,
    from,
    settledBy,
    note = "",
  }: { update: Update; from: UpdateState[]; settledBy: string; note?: string },
  now: number,
): Promise<boolean> {
  const { updates } = tx.tables;
  const { id, campaignId, mailing } = update;
  const isMailed = mailing === "asked";
  const mailAt = isMailed ? await nextMailingAt(tx, { campaignId, except: id }, now) : null;
  const published = await tx
    .update(updates)
    .set({
      ...{ state: "published", publishedAt: now, settledBy, note, mailAt },
      mailing: isMailed ? "due" : "none",
    })
    .where(and(eq(updates.id, id), inArray(updates.state, from)))
    .returning({ id: updates.id });
  if (published.length === 0) return false;
  tx.afterCommit(() => site.wake());
  return true;
}
