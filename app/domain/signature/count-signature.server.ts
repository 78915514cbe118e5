import { sql } from "drizzle-orm";
import { PUBLICATION_MINUTES } from "#app/policy.ts";
import type { Tx, WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import type { CountReason } from "#db/tables/tally.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { countVersions, type VersionChange } from "../open-letter/count-versions.server.ts";
import type { Site } from "../site.ts";
import { MINUTE } from "../time/durations.ts";
import { startOfHour } from "../time/london.ts";

/** One change of a campaign's count in one cell. */
export interface CountChange {
  cellId: number;
  /** One signature is ±1; signatures that are placed anew together move as one. */
  delta: number;
  reason: CountReason;
}

/** What changes in a campaign's counts at once. */
export interface CountChanges {
  campaignId: string;
  changes: readonly CountChange[];
  /** Of a letter, which versions of its text count more or less; none where signatures only move to another place. */
  versions: readonly VersionChange[];
}

/**
 * Moves the tallies of cells, and of a letter the counts of its versions, and appends the events that say so; the only place that does. Must run in the
 * transaction that changes the signature. Also books the next publication of the campaign's area numbers.
 */
export async function countSignature(
  tx: Tx,
  site: Pick<Site, "shard">,
  { campaignId, changes, versions }: CountChanges,
  now: number,
): Promise<void> {
  const { shard } = site;
  const hour = startOfHour(now);
  // In one order for everybody, and the booking last: nobody waits for one who waits for them.
  const ascending = changes.toSorted((a, b) => a.cellId - b.cellId);
  for (const { cellId, delta } of ascending) await tx.run(moveTally, { campaignId, cellId, shard, delta });
  await countVersions(tx, site, { campaignId, changes: versions });
  for (const change of ascending) await tx.run(appendEvent, { campaignId, hour, ...change });
  await bookPublication(tx, campaignId, now);
}

type TallyChange = { campaignId: string; cellId: number; shard: number; delta: number };
const moveTally = statement("move_tally", (db: WriteBuilders, given: Given<TallyChange>) => {
  const { tallies } = db.tables;
  const [campaignId, cellId, shard] = [given("campaignId"), given("cellId"), given("shard")];
  return db
    .insert(tallies)
    .values({ campaignId, cellId, shard, count: given("delta") })
    .onConflictDoUpdate({
      target: [tallies.campaignId, tallies.cellId, tallies.shard],
      set: { count: sql`${tallies.count} + ${given("delta")}` },
    });
});

type CountEvent = { campaignId: string; hour: number; cellId: number; delta: number; reason: CountReason };
const appendEvent = statement("append_count_event", (db: WriteBuilders, given: Given<CountEvent>) =>
  db.insert(db.tables.countEvents).values({
    ...{ campaignId: given("campaignId"), hour: given("hour"), cellId: given("cellId") },
    ...{ delta: given("delta"), reason: given("reason") },
  }),
);

/** Books the rewriting of a campaign's published numbers for the end of this window, once. */
export async function bookPublication(tx: Tx, campaignId: string, now: number): Promise<void> {
  const windowMs = PUBLICATION_MINUTES * MINUTE;
  const dueAt = now - (now % windowMs) + windowMs;
  const id = `publish-tallies:${campaignId}:${dueAt}`;
  await queueJob(tx, { id, kind: "publish-tallies", rowId: campaignId, dueAt }, now);
}
