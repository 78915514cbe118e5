import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/database.ts";
import { importAreas } from "#db/import/areas/import-areas.server.ts";
import { loadAreas } from "#db/reference/load-areas.server.ts";
import { referenceFile } from "#db/reference/read-csv.ts";
import { testDatabase } from "../../database.ts";
import { fileOf, numbers, options } from "./importing.ts";

const NOTHING = { added: 0, changed: 0, ended: 0, unchanged: 0, refused: 0 };

function areas(db: Database, content: string, isDryRun = false) {
  return importAreas(db, { path: fileOf("areas.csv", content), isWhole: false }, options({ isDryRun }));
}

async function rowsOf(db: Database, codes: string[]) {
  const { areas: table } = db.tables;
  return db.read.select().from(table).where(inArray(table.gssCode, codes)).orderBy(table.gssCode);
}

const WARDS = "gss_code,name,kind,council_gss,start_date,end_date,successor_gss\n";
const COUNCILS = "gss_code,name,short_name,slug,type,nation,start_date,end_date,successor_gss\n";

test("the shipped files are known to the last row", async () => {
  const db = await testDatabase();
  for (const [name, unchanged] of [
    ["councils.csv", 382],
    ["wards.csv", 9787],
    ["constituencies.csv", 650],
  ] as const) {
    const report = await importAreas(db, { path: referenceFile(name), isWhole: false }, options());
    expect(numbers(report)).toEqual({ ...NOTHING, unchanged });
  }
});

test("a ward that is renamed, one that is new and one that ends are told apart, once", async () => {
  const db = await testDatabase();
  const csv = `${WARDS}E05015849,Arboretum & Shrub Hill,ward,E07000237,,,
E05099001,Shrub Hill,ward,E07000237,2026-05-07,,
E05015850,Battenhall,ward,E07000237,,2026-05-06,E05099001 E05015849
E05015851,Cathedral,ward,E07000237,,,
`;
  expect(numbers(await areas(db, csv, true))).toEqual({
    ...NOTHING,
    added: 1,
    changed: 1,
    ended: 1,
    unchanged: 2,
  });
  expect(await rowsOf(db, ["E05099001"])).toEqual([]);
  expect(numbers(await areas(db, csv))).toEqual({ ...NOTHING, added: 1, changed: 1, ended: 1, unchanged: 2 });
  expect(await rowsOf(db, ["E05015849", "E05015850", "E05099001"])).toMatchObject([
    { name: "Arboretum & Shrub Hill", slug: "arboretum", endsOn: "" },
    { name: "Battenhall", endsOn: "2026-05-06" },
    {
      name: "Shrub Hill",
      slug: "shrub-hill",
      startsOn: "2026-05-07",
      nation: "England",
      parentGss: "E07000237",
    },
  ]);
  const { areaSuccessors, stagedAreas } = db.tables;
  const after = db.read.select().from(areaSuccessors).where(eq(areaSuccessors.gssCode, "E05015850"));
  expect((await after).map((row) => row.successorGss).sort()).toEqual(["E05015849", "E05099001"]);
  expect(await db.read.select().from(stagedAreas)).toEqual([]);
  expect(numbers(await areas(db, csv))).toEqual({ ...NOTHING, unchanged: 4 });

  await loadAreas(db);
  expect(await rowsOf(db, ["E05015849", "E05015850"])).toMatchObject([
    { name: "Arboretum & Shrub Hill" },
    { endsOn: "2026-05-06" },
  ]);
});

test("what is yet to come waits, and what hangs in the air is refused with its reason", async () => {
  const db = await testDatabase();
  const csv = `${COUNCILS}E06009901,East Surrey Council,East Surrey,,unitary,England,2027-04-01,,
E10000030,Surrey County Council,Surrey,surrey,county,England,,2027-03-31,E06009901
E1000003,Short,Short,,county,England,,,
E10000031,,,,county,England,,,
E10000032,West Sussex County Council,West Sussex,,county,England,,2026-03-31,E06009999
`;
  const report = await areas(db, csv);
  expect(numbers(report)).toEqual({ ...NOTHING, refused: 5 });
  expect(report.refused.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
    expect.stringContaining("row 2: not yet: it begins on 2027-04-01"),
    expect.stringContaining("row 3: not yet: its last day is 2027-03-31"),
    expect.stringContaining('row 4: "E1000003" is not a GSS code'),
    expect.stringContaining("row 5: it has no name"),
    expect.stringContaining("row 6: its successor E06009999 is not known"),
  ]);
  const ward = await areas(db, `${WARDS}E05099001,Nowhere,ward,E07009999,,,\n`);
  expect(ward.refused[0]?.reason).toContain("E07009999, in which it lies, is not known");
});

test("a code that stands twice, or a missing column, changes nothing", async () => {
  const db = await testDatabase();
  const twice = `${WARDS}E05099001,Here,ward,E07000237,,,\nE05099001,There,ward,E07000237,,,\n`;
  await expect(areas(db, twice)).rejects.toThrow("rows 2 and 3 both are E05099001");
  const less = "gss_code,kind,council_gss\nE05099001,ward,E07000237\n";
  await expect(areas(db, less)).rejects.toThrow(
    "recognised as wards and divisions (CSV), but has no column name",
  );
  expect(await rowsOf(db, ["E05099001"])).toEqual([]);
});
