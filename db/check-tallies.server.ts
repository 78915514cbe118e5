import { sql } from "drizzle-orm";
import type { Reader } from "./database.ts";

/** A cell of a campaign whose three counts are not the same. */
export interface Difference {
  campaignId: string;
  cellId: number;
  /** Confirmed signatures. */
  signatures: number;
  /** What the tallies say, all shards together. */
  tallies: number;
  /** What the events add up to. */
  events: number;
}

/**
 * Counts every campaign and cell in three ways, by signatures, tallies and events, and gives those that differ:
 * none, at any time. One statement and so one moment, also beside a running server; the engine does the adding.
 */
export async function checkTallies(read: Reader): Promise<Difference[]> {
  const { signatures, tallies, countEvents } = read.tables;
  const rows = await read.rows<Record<keyof Difference, unknown>>(sql`
    select campaign_id as "campaignId", cell_id as "cellId", cast(sum(signed) as bigint) as "signatures",
           cast(sum(tallied) as bigint) as "tallies", cast(sum(happened) as bigint) as "events"
    from (
      select campaign_id, cell_id, count(*) as signed, 0 as tallied, 0 as happened
      from ${signatures} where state = 'confirmed' group by campaign_id, cell_id
      union all
      select campaign_id, cell_id, 0, sum(count), 0 from ${tallies} group by campaign_id, cell_id
      union all
      select campaign_id, cell_id, 0, 0, sum(delta) from ${countEvents} group by campaign_id, cell_id
    ) counted
    group by campaign_id, cell_id
    having sum(signed) <> sum(tallied) or sum(signed) <> sum(happened)
    order by campaign_id, cell_id`);
  return rows.map((row) => ({
    campaignId: String(row.campaignId),
    cellId: Number(row.cellId),
    signatures: Number(row.signatures),
    tallies: Number(row.tallies),
    events: Number(row.events),
  }));
}

/** How many campaigns there are, and confirmed signatures over all of them. */
export async function countEverything(read: Reader): Promise<{ campaigns: number; signatures: number }> {
  const { campaigns, signatures } = read.tables;
  const [row] = await read.rows<{ campaigns: unknown; signatures: unknown }>(sql`
    select (select count(*) from ${campaigns}) as "campaigns",
           (select count(*) from ${signatures} where state = 'confirmed') as "signatures"`);
  return { campaigns: Number(row?.campaigns ?? 0), signatures: Number(row?.signatures ?? 0) };
}
