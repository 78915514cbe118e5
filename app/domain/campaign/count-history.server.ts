import { eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Eleven years of hours: more than any campaign is open. */
const HOURS_AT_MOST = 100_000;

/** What one hour (by its start, UTC milliseconds) did to a campaign's total; never where. */
export interface CountedHour {
  hour: number;
  change: number;
}

/**
 * How a campaign's total came about, hour by hour from the first; hours that left it as it was are not in it. The hours
 * that have been added up, and the events since: by one statement, and again where they have been added up meanwhile.
 */
export async function countHistory(read: Reader, campaignId: string): Promise<CountedHour[]> {
  for (;;) {
    const upTo = await findUpTo(read, campaignId);
    const hours = await readHours(read, { campaignId, upTo });
    if ((await findUpTo(read, campaignId)) === upTo) return hours;
  }
}

/** The events since are looked up by a number that is known: of any other PostgreSQL thinks that it is far back. */
async function readHours(
  read: Reader,
  { campaignId, upTo }: { campaignId: string; upTo: number },
): Promise<CountedHour[]> {
  const { countEvents, countedHours } = read.tables;
  const rows = await read.rows<Record<keyof CountedHour, unknown>>(sql`
    select hour as "hour", cast(sum(change) as bigint) as "change"
    from (
      select hour, change from ${countedHours} where campaign_id = ${campaignId}
      union all
      select hour, delta from ${countEvents} where campaign_id = ${campaignId} and sequence > ${upTo}
    ) counted
    group by hour
    having sum(change) <> 0
    order by hour
    limit ${HOURS_AT_MOST}`);
  return rows.map(({ hour, change }) => ({ hour: Number(hour), change: Number(change) }));
}

/** How far a campaign's events have been added up. */
async function findUpTo(read: Reader, campaignId: string): Promise<number> {
  const { countedEvents } = read.tables;
  const [row] = await read
    .select({ upTo: countedEvents.upTo })
    .from(countedEvents)
    .where(eq(countedEvents.campaignId, campaignId));
  return row?.upTo ?? 0;
}
