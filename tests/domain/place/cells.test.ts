import { expect, test } from "vitest";
import { type Cell, cellKey, cellOfCountry, PlaceChoice, UNPLACED } from "#app/domain/place/cell.ts";
import { cellFromChoice } from "#app/domain/place/cell-from-choice.server.ts";
import { ensureCell, getCell } from "#app/domain/place/cells.server.ts";
import { loadAreas } from "#db/reference/load-areas.server.ts";
import { loadCells } from "#db/reference/load-cells.server.ts";
import { testDatabase } from "../../database.ts";

const WORCESTER: Cell = {
  country: "GB-ENG",
  ward: "E05015849",
  division: "",
  council: "E07000237",
  county: "E10000034",
  constituency: "E14001597",
};

test("a cell has one number, however often and by whomever it is asked for", async () => {
  const db = await testDatabase();
  const wanted = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? WORCESTER : cellOfCountry("FR")));
  const ids = await Promise.all(
    wanted.map((cell) => db.transaction("ensure cell", (tx) => ensureCell(tx, cell))),
  );
  expect(new Set(ids).size).toBe(2);
  expect(await getCell(db.read, ids[0] ?? 0)).toEqual(WORCESTER);
  expect(await getCell(db.read, ids[1] ?? 0)).toEqual(cellOfCountry("FR"));
  await expect(getCell(db.read, 999_999_999)).rejects.toThrow("no cell");
});

test("loading cells adds the missing ones and renumbers none", async () => {
  const db = await testDatabase();
  const id = await db.transaction("ensure cell", (tx) => ensureCell(tx, WORCESTER));
  const many = Array.from({ length: 1200 }, (_, i) => ({
    ...WORCESTER,
    ward: `E05${String(i).padStart(6, "0")}`,
  }));
  await loadCells(db, [WORCESTER, ...many]);
  await loadCells(db, [WORCESTER, ...many]);
  const stored = await db.read.select().from(db.tables.cells);
  const keys = new Set(stored.map(cellKey));
  expect(keys.size).toBe(stored.length);
  for (const cell of [WORCESTER, ...many]) expect(keys).toContain(cellKey(cell));
  expect(await getCell(db.read, id)).toEqual(WORCESTER);
});

test("a choice is filled in from the areas of the database, whose former ones cannot be chosen", async () => {
  const db = await testDatabase();
  await loadAreas(db);
  const choose = async (fields: Partial<PlaceChoice>): Promise<Cell> => {
    const choice = PlaceChoice.parse(fields);
    return cellFromChoice(db.read, UNPLACED, choice);
  };
  expect(await choose({ ward: "E05015849", constituency: "E14001597" })).toEqual(WORCESTER);
  expect(await choose({ council: "E07000237" })).toMatchObject({ council: "E07000237", county: "E10000034" });
  expect(await choose({ council: "E08000016" })).toEqual(UNPLACED);
  expect(await choose({})).toEqual(UNPLACED);
});
