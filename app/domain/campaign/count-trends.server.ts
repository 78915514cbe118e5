import { and, asc, gt, inArray, lt, sql } from "drizzle-orm";
import { TREND_DAYS } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { startOfHour } from "../time/london.ts";

/** Campaigns counted by one query, and written by one unit. */
const CHUNK = 500;

/**
 * Counts anew how many signed each open or paused campaign in the last seven days, less those who took their name
 * off. Reads the hours of these days alone, and the events that have not been added up yet, campaign by campaign; one
 * that nobody signed has no trend.
 */
export async function countTrends({ db }: Pick<Site, "db">, now: number): Promise<void> {
  const since = startOfHour(now) - TREND_DAYS * DAY;
  let chunk = await countChunk(db.read, "", since);
  for (; chunk.length > 0; chunk = await countChunk(db.read, chunk.at(-1)?.campaignId ?? "", since)) {
    const signed = chunk.filter(({ weekCount }) => weekCount > 0);
    if (signed.length === 0) continue;
    await db.transaction("count trends", async (tx) => {
      const { trends } = tx.tables;
      await tx
        .insert(trends)
        .values(signed.map((one) => ({ ...one, countedAt: now })))
        .onConflictDoUpdate({
          target: trends.campaignId,
          set: { weekCount: sql`excluded.week_count`, countedAt: sql`excluded.counted_at` },
        });
    });
  }
  await db.transaction("drop past trends", async (tx) => {
    await tx.delete(tx.tables.trends).where(lt(tx.tables.trends.countedAt, now));
  });
}

async function countChunk(
  read: Reader,
  after: string,
  since: number,
): Promise<{ campaignId: string; weekCount: number }[]> {
  const { campaigns, countEvents, countedHours, countedEvents } = read.tables;
  return read
    .select({
      campaignId: campaigns.id,
      weekCount: sql`
        (select coalesce(sum(${countedHours.change}), 0) from ${countedHours}
         where ${countedHours.campaignId} = ${campaigns.id} and ${countedHours.hour} >= ${since})
        + (select coalesce(sum(${countEvents.delta}), 0) from ${countEvents}
           where ${countEvents.campaignId} = ${campaigns.id} and ${countEvents.hour} >= ${since}
             and ${countEvents.sequence} > coalesce(
               (select ${countedEvents.upTo} from ${countedEvents} where ${countedEvents.campaignId} = ${campaigns.id}), 0))
      `.mapWith(Number),
    })
    .from(campaigns)
    .where(and(gt(campaigns.id, after), inArray(campaigns.state, ["open", "paused"])))
    .orderBy(asc(campaigns.id))
    .limit(CHUNK);
}
