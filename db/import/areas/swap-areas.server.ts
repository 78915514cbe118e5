import { and, eq, getTableColumns, inArray, lt, sql } from "drizzle-orm";
import type { Database, Tx } from "../../database.ts";
import { chunksOf, ROWS_PER_UNIT } from "../../reference/chunks.ts";
import type { Tables } from "../../schema.ts";
import { oldestBatch } from "../terms/swap-terms.server.ts";

/** An area as it will be. */
export type AreaRow = Tables["areas"]["$inferInsert"];

/**
 * Writes areas, new and known, laid down in chunks first and swapped in by one short unit, in which `also` runs.
 * Killed at any point, it has done all or nothing.
 */
export async function swapAreas(
  db: Database,
  rows: readonly AreaRow[],
  { batch, now, also }: { batch: string; now: number; also?: (tx: Tx) => Promise<void> },
): Promise<void> {
  const { stagedAreas } = db.tables;
  await db.transaction("forget old staged areas", async (tx) => {
    await tx.delete(stagedAreas).where(lt(stagedAreas.batch, oldestBatch(now)));
  });
  for (const chunk of chunksOf(rows, ROWS_PER_UNIT))
    await db.transaction("stage areas", async (tx) => {
      await tx.insert(stagedAreas).values(chunk.map((row) => ({ batch, ...row })));
    });
  await db.transaction("swap areas in", async (tx) => {
    if (rows.length > 0) await swapBatch(tx, batch, rows.length);
    await also?.(tx);
  });
  for (const chunk of chunksOf(rows, ROWS_PER_UNIT))
    await db.transaction("clear staged areas", async (tx) => {
      const codes = chunk.map((row) => row.gssCode);
      await tx
        .delete(stagedAreas)
        .where(and(eq(stagedAreas.batch, batch), inArray(stagedAreas.gssCode, codes)));
    });
}

async function swapBatch(tx: Tx, batch: string, expected: number): Promise<void> {
  const { areas, stagedAreas: from } = tx.tables;
  const isOurs = eq(from.batch, batch);
  const [laid] = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(from)
    .where(isOurs);
  if (laid?.count !== expected)
    throw new Error("the staged rows of an import are not all there; run it again");
  const { gssCode, ...others } = getTableColumns(areas);
  const { batch: _, level, ...columns } = getTableColumns(from);
  const { gssCode: code, kind, ...rest } = columns;
  await tx
    .insert(areas)
    .select(
      tx
        .select({ gssCode: code, level: sql`${level}`.as("level"), kind, ...rest })
        .from(from)
        .where(isOurs),
    )
    .onConflictDoUpdate({
      target: gssCode,
      set: Object.fromEntries(
        Object.entries(others).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
      ),
    });
}
