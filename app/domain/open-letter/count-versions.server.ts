import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Site } from "../site.ts";

/** One change of how many confirmed signatures a version of a letter has. */
export interface VersionChange {
  version: number;
  delta: number;
}

/** Rows that one process adds to for one version on PostgreSQL: those who confirm at once do not wait for one. */
const ROWS_PER_PROCESS = 8;

/**
 * Moves the counts of a letter's versions; nothing of a petition, which has none. Must run in the transaction that
 * confirms, takes off, takes out, puts back or moves the signatures. Every version has its count, the present one too,
 * so that it does not matter which one is present at that moment.
 */
export async function countVersions(
  tx: Tx,
  { shard }: Pick<Site, "shard">,
  { campaignId, changes }: { campaignId: string; changes: readonly VersionChange[] },
): Promise<void> {
  const deltas = new Map<number, number>();
  for (const { version, delta } of changes) deltas.set(version, (deltas.get(version) ?? 0) + delta);
  const row = tx.engine === "sqlite" ? shard : shard * ROWS_PER_PROCESS + randomInt(ROWS_PER_PROCESS);
  // In one order for everybody: nobody waits for one who waits for them.
  const ascending = [...deltas].filter(([, delta]) => delta !== 0).sort(([a], [b]) => a - b);
  for (const [version, delta] of ascending)
    await tx.rows(sql`
      insert into version_counts (campaign_id, version, shard, count)
      select id, cast(${version} as integer), cast(${row} as integer), cast(${delta} as integer)
      from campaigns where id = ${campaignId} and kind = 'letter'
      on conflict (campaign_id, version, shard) do update set count = version_counts.count + excluded.count
      returning version`);
}
