import { setImmediate } from "node:timers/promises";
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Site } from "../site.ts";
import { MINUTE } from "../time/durations.ts";

/** Events added up by one unit. */
const PART = 10_000;
/** So long after an event was seen, none with a smaller sequence is still on its way: no unit lasts a part of it. */
const SETTLED_AFTER = 5 * MINUTE;

/**
 * Adds a campaign's events up by hour, as far as nothing can come in between any more, so that its history need not
 * read each of them again. Returns how many units that took. What has not been added up is read from the events.
 */
export async function addUpHours({ db }: Pick<Site, "db">, campaignId: string, now: number): Promise<number> {
  const { countedEvents } = db.tables;
  const isIts = eq(countedEvents.campaignId, campaignId);
  const [before] = await db.read.select().from(countedEvents).where(isIts);
  if (before && now - before.seenAt < SETTLED_AFTER) return 0;
  let units = 0;
  for (let upTo = before?.upTo ?? 0; before && upTo < before.seen; units += 1) {
    const reached = await db.transaction("add up hours", (tx) =>
      addPart(tx, campaignId, { from: upTo, until: before.seen }),
    );
    // Somebody else adds up the same.
    if (reached === undefined) return units;
    upTo = reached;
    await setImmediate();
  }
  const seen = await findNewest(db.read, campaignId);
  if (seen > (before?.seen ?? 0))
    await db.transaction("add up hours", (tx) =>
      tx
        .insert(countedEvents)
        .values({ campaignId, upTo: 0, seen, seenAt: now })
        .onConflictDoUpdate({ target: countedEvents.campaignId, set: { seen, seenAt: now } }),
    );
  return units;
}

async function addPart(
  tx: Tx,
  campaignId: string,
  { from, until }: { from: number; until: number },
): Promise<number | undefined> {
  const { countEvents, countedEvents, countedHours } = tx.tables;
  const { sequence } = countEvents;
  const isAhead = and(eq(countEvents.campaignId, campaignId), gt(sequence, from), lte(sequence, until));
  const [last] = await tx
    .select({ sequence })
    .from(countEvents)
    .where(isAhead)
    .orderBy(asc(sequence))
    .limit(1)
    .offset(PART - 1);
  const reached = last?.sequence ?? until;
  const ours = await tx
    .update(countedEvents)
    .set({ upTo: reached })
    .where(and(eq(countedEvents.campaignId, campaignId), eq(countedEvents.upTo, from)))
    .returning({ upTo: countedEvents.upTo });
  if (ours.length === 0) return undefined;
  const part = tx
    .select({
      campaignId: countEvents.campaignId,
      hour: countEvents.hour,
      change: sql`sum(${countEvents.delta})`.as("change"),
    })
    .from(countEvents)
    .where(and(isAhead, lte(sequence, reached)))
    .groupBy(countEvents.campaignId, countEvents.hour);
  await tx
    .insert(countedHours)
    .select(part)
    .onConflictDoUpdate({
      target: [countedHours.campaignId, countedHours.hour],
      set: { change: sql`${countedHours.change} + excluded.change` },
    });
  return reached;
}

async function findNewest(read: Reader, campaignId: string): Promise<number> {
  const { countEvents } = read.tables;
  const [row] = await read
    .select({ sequence: sql`coalesce(max(${countEvents.sequence}), 0)`.mapWith(Number) })
    .from(countEvents)
    .where(eq(countEvents.campaignId, campaignId));
  return row?.sequence ?? 0;
}
