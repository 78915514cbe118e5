import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Cell, PlaceChoice } from "./cell.ts";
import { type ChosenArea, chooseCell } from "./choose-cell.ts";

/** The cell of somebody whose postcode leaves something open, after what they chose from the lists; areas that have ended are no choice. */
export async function cellFromChoice(read: Reader, known: Cell, choice: PlaceChoice): Promise<Cell> {
  const chosen = [choice.constituency, choice.council, choice.ward].filter((code) => code !== "");
  if (chosen.length === 0) return known;
  const areas = await areasWithParents(read, chosen);
  return chooseCell(known, choice, (gssCode) => areas.get(gssCode));
}

async function areasWithParents(read: Reader, codes: string[]): Promise<Map<string, ChosenArea>> {
  const { areas } = read.tables;
  const found = new Map<string, ChosenArea>();
  let wanted = codes;
  while (wanted.length > 0) {
    const rows = await read
      .select({ gssCode: areas.gssCode, level: areas.level, kind: areas.kind, parentGss: areas.parentGss })
      .from(areas)
      .where(and(inArray(areas.gssCode, wanted), eq(areas.endsOn, "")));
    for (const row of rows) found.set(row.gssCode, row);
    wanted = rows.map((row) => row.parentGss).filter((code) => code !== "" && !found.has(code));
  }
  return found;
}
