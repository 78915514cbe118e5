import { and, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Cell } from "./cell.ts";

/** The id of a cell; a combination that is met for the first time gets one. */
export async function ensureCell(tx: Tx, cell: Cell): Promise<number> {
  const { cells } = tx.tables;
  const known = await findCellId(tx, cell);
  if (known !== undefined) return known;
  const [added] = await tx.insert(cells).values(cell).onConflictDoNothing().returning({ id: cells.id });
  const id = added?.id ?? (await findCellId(tx, cell));
  if (id === undefined) throw new Error("a cell was neither added nor found");
  return id;
}

/** The codes of a cell. @throws when there is none of this id. */
export async function getCell(read: Reader, id: number): Promise<Cell> {
  const { cells } = read.tables;
  const [row] = await read.select().from(cells).where(eq(cells.id, id));
  if (!row) throw new Error(`there is no cell ${id}`);
  const { id: _, ...cell } = row;
  return cell;
}

async function findCellId(read: Reader, cell: Cell): Promise<number | undefined> {
  const { cells } = read.tables;
  const [row] = await read
    .select({ id: cells.id })
    .from(cells)
    .where(
      and(
        eq(cells.country, cell.country),
        eq(cells.ward, cell.ward),
        eq(cells.division, cell.division),
        eq(cells.council, cell.council),
        eq(cells.county, cell.county),
        eq(cells.constituency, cell.constituency),
      ),
    );
  return row?.id;
}
