import { sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { CountReason } from "#db/tables/tally.ts";
import { PUBLICATION_MINUTES } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { MINUTE } from "../time/durations.ts";
import { startOfHour } from "../time/london.ts";

/** One change of a campaign's count in one cell. */
export interface CountChange {
  campaignId: string;
  cellId: number;
  delta: 1 | -1;
  reason: CountReason;
}

/**
 * Moves a cell's tally and appends the event that says so; the only place that does. Must run in the transaction
 * that changes the signature's state. Also books the next publication of the campaign's area numbers.
 */
export async function countSignature(
  tx: Tx,
  site: Pick<Site, "shard">,
  { campaignId, cellId, delta, reason }: CountChange,
  now: number,
): Promise<void> {
  const { tallies, countEvents } = tx.tables;
  await tx
    .insert(tallies)
    .values({ campaignId, cellId, shard: site.shard, count: delta })
    .onConflictDoUpdate({
      target: [tallies.campaignId, tallies.cellId, tallies.shard],
      set: { count: sql`${tallies.count} + ${delta}` },
    });
  await tx.insert(countEvents).values({ campaignId, cellId, delta, reason, hour: startOfHour(now) });
  await bookPublication(tx, campaignId, now);
}

/** Books the rewriting of a campaign's published numbers for the end of this window, once. */
export async function bookPublication(tx: Tx, campaignId: string, now: number): Promise<void> {
  const { jobs } = tx.tables;
  const windowMs = PUBLICATION_MINUTES * MINUTE;
  const dueAt = now - (now % windowMs) + windowMs;
  await tx
    .insert(jobs)
    .values({
      id: `publish-tallies:${campaignId}:${dueAt}`,
      kind: "publish-tallies",
      rowId: campaignId,
      state: "queued",
      dueAt,
      attemptCount: 0,
      reason: "",
      createdAt: now,
    })
    .onConflictDoNothing();
}
