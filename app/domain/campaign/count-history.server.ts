import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Eleven years of hours: more than any campaign is open. */
const HOURS_AT_MOST = 100_000;

/** What one hour (by its start, UTC milliseconds) did to a campaign's total; never where. */
export interface CountedHour {
  hour: number;
  change: number;
}

/** How a campaign's total came about, hour by hour from the first; hours that left it as it was are not in it. */
export async function countHistory(read: Reader, campaignId: string): Promise<CountedHour[]> {
  const { countEvents } = read.tables;
  const change = sql`sum(${countEvents.delta})`;
  return read
    .select({ hour: countEvents.hour, change: change.mapWith(Number) })
    .from(countEvents)
    .where(eq(countEvents.campaignId, campaignId))
    .groupBy(countEvents.hour)
    .having(sql`${change} <> 0`)
    .orderBy(asc(countEvents.hour))
    .limit(HOURS_AT_MOST);
}
