import { getTableColumns, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { readAreaRows } from "./area-rows.ts";
import { chunksOf, ROWS_PER_UNIT } from "./chunks.ts";

/**
 * Loads councils, wards, divisions and constituencies, and former codes as ended areas with successors.
 * Rows that are there are brought up to date, none is removed; may be stopped and run again at any point.
 */
export async function loadAreas(db: Database): Promise<void> {
  const { areas: rows, successors } = readAreaRows();
  const { areas, areaSuccessors } = db.tables;
  const { gssCode, ...others } = getTableColumns(areas);
  const newer = Object.fromEntries(
    Object.entries(others).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
  );
  for (const chunk of chunksOf(rows, ROWS_PER_UNIT)) {
    await db.transaction("load areas", async (tx) => {
      await tx.insert(areas).values(chunk).onConflictDoUpdate({ target: gssCode, set: newer });
    });
  }
  for (const chunk of chunksOf(successors, ROWS_PER_UNIT)) {
    await db.transaction("load successors of areas", async (tx) => {
      await tx.insert(areaSuccessors).values(chunk).onConflictDoNothing();
    });
  }
}
