import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
import type { PublishedTally } from "./publish-tallies.ts";

/** Rows written by one statement. */
const CHUNK = 2_000;

/** Makes what is published of a campaign's areas these rows and no others; writes only what is not so already. */
export async function writePublished(
  tx: Tx,
  campaignId: string,
  rows: readonly PublishedTally[],
): Promise<void> {
  const { publishedTallies } = tx.tables;
  const { level, code, count } = publishedTallies;
  const isIts = eq(publishedTallies.campaignId, campaignId);
  const before = await tx.select({ level, code, count }).from(publishedTallies).where(isIts);
  const left = new Map(before.map((row) => [keyOf(row), row]));
  const changed = rows.filter((row) => left.get(keyOf(row))?.count !== row.count);
  for (const row of rows) left.delete(keyOf(row));
  const gone = [...left.values()];
  for (const at of new Set(gone.map((row) => row.level)))
    for (const part of parts(gone.filter((row) => row.level === at))) {
      const codes = part.map((row) => row.code);
      await tx.delete(publishedTallies).where(and(isIts, eq(level, at), inArray(code, codes)));
    }
  for (const part of parts(changed))
    await insertRows(
      tx,
      publishedTallies,
      part.map((row) => ({ campaignId, ...row })),
    ).onConflictDoUpdate({
      target: [publishedTallies.campaignId, level, code],
      set: { count: sql`excluded.count` },
    });
}

function keyOf({ level, code }: { level: string; code: string }): string {
  return `${level} ${code}`;
}

function* parts<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}
