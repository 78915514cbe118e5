import type { Database } from "../database.ts";
import { chunksOf, ROWS_PER_UNIT } from "./chunks.ts";
import type { ComboRow } from "./postcode-file.ts";

/** The codes of a cell, as a postcode file gives them. */
export type CellCodes = Omit<ComboRow, "id" | "note">;

/** Adds the cells that are not there yet; a cell that is keeps its number. May be stopped and run again. */
export async function loadCells(db: Database, cells: readonly CellCodes[]): Promise<void> {
  for (const chunk of chunksOf(cells, ROWS_PER_UNIT)) {
    await db.transaction("load cells", async (tx) => {
      await tx.insert(tx.tables.cells).values(chunk).onConflictDoNothing();
    });
  }
}
