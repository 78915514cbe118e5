import { and, eq } from "drizzle-orm";
import type { ReadBuilders, Reader, Tx } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
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
  const [row] = await read.run(findCell, { ...cell });
  return row?.id;
}

const findCell = statement("find_cell", (db: ReadBuilders, given: Given<Codes>) => {
  const { cells } = db.tables;
  return db
    .select({ id: cells.id })
    .from(cells)
    .where(
      and(
        eq(cells.country, given("country")),
        eq(cells.ward, given("ward")),
        eq(cells.division, given("division")),
        eq(cells.council, given("council")),
        eq(cells.county, given("county")),
        eq(cells.constituency, given("constituency")),
      ),
    );
});
type Codes = { [Code in keyof Cell]: string };
