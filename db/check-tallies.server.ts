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

/** A version of a letter whose count is not that of its confirmed signatures. */
export interface VersionDifference {
  campaignId: string;
  version: number;
  signatures: number;
  /** What the counts of versions say, all their rows together. */
  counted: number;
}

/** Counts every version of every letter by its signatures and by its counts, and gives those that differ: none, at any time. */
export async function checkVersions(read: Reader): Promise<VersionDifference[]> {
  const { signatures, campaigns, versionCounts } = read.tables;
  const rows = await read.rows<Record<keyof VersionDifference, unknown>>(sql`
    select campaign_id as "campaignId", version as "version",
           cast(sum(signed) as bigint) as "signatures", cast(sum(counted) as bigint) as "counted"
    from (
      select campaign_id, text_version as version, count(*) as signed, 0 as counted
      from ${signatures}
      where state = 'confirmed' and campaign_id in (select id from ${campaigns} where kind = 'letter')
      group by campaign_id, text_version
      union all
      select campaign_id, version, 0, sum(count) from ${versionCounts} group by campaign_id, version
    ) compared
    group by campaign_id, version
    having sum(signed) <> sum(counted)
    order by campaign_id, version`);
  return rows.map((row) => ({
    campaignId: String(row.campaignId),
    version: Number(row.version),
    signatures: Number(row.signatures),
    counted: Number(row.counted),
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
