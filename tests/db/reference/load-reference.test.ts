import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellKey } from "#app/domain/place/cell.ts";
import type { Places } from "#app/domain/place/places.server.ts";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import type { Database } from "#db/database.ts";
import { termSecrets } from "#db/import/terms/term-secrets.server.ts";
import { loadAreas } from "#db/reference/load-areas.server.ts";
import { loadMembers } from "#db/reference/load-members.server.ts";
import { loadReference } from "#db/reference/load-reference.server.ts";
import { testDatabase } from "../../database.ts";
import { realPlaces } from "../../domain/place/real-places.ts";

const keyring = makeKeyring(["a secret of the tests"], "a hash secret of the tests");
const SECRETS = termSecrets(keyring);

let places: Places;
beforeAll(async () => {
  places = await realPlaces();
});
afterAll(() => places.close());

/** A test database without the reference that the template brings. */
async function emptyDatabase(): Promise<Database> {
  const db = await testDatabase({ unitLimit: 10_000 });
  await db.transaction("empty", async (tx) => {
    const { sendYears, sendInspections, petitionRules, areaOverlaps } = tx.tables;
    for (const table of [sendYears, sendInspections, petitionRules, areaOverlaps]) await tx.delete(table);
    const { terms, representatives, areaSuccessors, areas, cells, facts } = tx.tables;
    for (const table of [terms, representatives, areaSuccessors, areas, cells, facts]) await tx.delete(table);
  });
  return db;
}

async function counts(db: Database) {
  const { areas, areaSuccessors, cells, representatives, terms } = db.tables;
  const of = async (table: typeof areas | typeof cells | typeof terms) =>
    (await db.read.select({ n: count() }).from(table))[0]?.n;
  const [successors] = await db.read.select({ n: count() }).from(areaSuccessors);
  const [people] = await db.read.select({ n: count() }).from(representatives);
  return {
    areas: await of(areas),
    cells: await of(cells),
    terms: await of(terms),
    successors: successors?.n,
    people: people?.n,
  };
}

test("everything is loaded once, and again only when the files change", async () => {
  const db = await emptyDatabase();
  const cells = places.listCombos();
  expect(await loadReference(db, places, SECRETS)).toBe(true);
  const first = await counts(db);
  expect(first).toMatchObject({ people: 650 + 62, terms: 650 + 62, cells: cells.length, successors: 14 });
  expect(first.areas).toBe(382 + 650 + 9787 + 5 + 14);
  const stored = await db.read.select().from(db.tables.cells);
  expect(new Set(stored.map(cellKey))).toEqual(new Set(cells.map(cellKey)));

  expect(await loadReference(db, places, SECRETS)).toBe(false);
  const other = { edition: "another", listCombos: () => places.listCombos() };
  expect(await loadReference(db, other, SECRETS)).toBe(true);
  expect(await counts(db)).toEqual(first);
  const again = await db.read.select().from(db.tables.cells);
  const numberOf = new Map(stored.map((cell) => [cellKey(cell), cell.id]));
  for (const cell of again) expect(numberOf.get(cellKey(cell))).toBe(cell.id);
});

test("every code that a cell names is an area of the right level", async () => {
  const db = await testDatabase();
  await loadAreas(db);
  const rows = await db.read
    .select({ gssCode: db.tables.areas.gssCode, level: db.tables.areas.level, kind: db.tables.areas.kind })
    .from(db.tables.areas);
  const area = new Map(rows.map((row) => [row.gssCode, row]));
  for (const cell of places.listCombos()) {
    if (cell.council) expect(area.get(cell.council)?.level).toBe("council");
    if (cell.county) expect(area.get(cell.county)).toMatchObject({ level: "council", kind: "county" });
    if (cell.ward) expect(area.get(cell.ward)?.level).toBe("ward");
    if (cell.division) expect(area.get(cell.division)?.level).toBe("division");
    if (cell.constituency) expect(area.get(cell.constituency)?.level).toBe("constituency");
  }
});

test("a Member of Parliament has a term in their seat and a sealed address", async () => {
  const db = await testDatabase();
  await loadAreas(db);
  await loadMembers(db, SECRETS);
  const { representatives, terms } = db.tables;
  const [worcester] = await db.read
    .select()
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(eq(terms.gssCode, "E14001597"));
  expect(worcester).toMatchObject({
    representatives: { kind: "mp", nameKey: "tomcollins", isInvented: false, language: "en" },
    terms: { endsOn: "", addressState: "good", source: "members.parliament.uk", checkedOn: "2026-08-20" },
  });
  const term = worcester?.terms;
  const opened = keyring.open(
    { table: "terms", column: "address", rowId: term?.id ?? "" },
    term?.address ?? "",
  );
  expect(opened).toMatch(/@parliament\.uk$/);
  expect(term?.addressHash).toBe(SECRETS.hashAddress(opened));
  const silent = await db.read.select().from(terms).where(eq(terms.address, ""));
  expect(silent).toHaveLength(4);
  expect(silent.every((each) => each.addressHash === "" && each.addressState === "unknown")).toBe(true);
});

test("loading members again keeps ids, fates of addresses, and ends the term of whoever held the seat before", async () => {
  const db = await testDatabase();
  await loadAreas(db);
  await loadMembers(db, SECRETS);
  const { representatives, terms } = db.tables;
  const inWorcester = eq(terms.gssCode, "E14001597");
  const [before] = await db.read.select().from(terms).where(inWorcester);
  await db.transaction("an address bounces and a former member turns up", async (tx) => {
    await tx.update(terms).set({ addressState: "bounced" }).where(inWorcester);
    await tx.update(terms).set({ addressHash: "of an older address" }).where(eq(terms.gssCode, "E14001172"));
    await tx.insert(representatives).values({
      id: "before",
      publicId: "before",
      kind: "mp",
      sourceKey: "parliament:0",
      name: "Invented Predecessor",
      nameKey: "inventedpredecessor",
      fullTitle: "Invented Predecessor MP",
      isInvented: true,
      language: "en",
    });
    await tx.insert(terms).values({
      id: "before",
      representativeId: "before",
      gssCode: "E14001597",
      party: "",
      startsOn: "2019-12-12",
      endsOn: "",
      address: "",
      addressHash: "",
      addressState: "unknown",
      source: "",
      checkedOn: "2020-01-01",
    });
  });
  await loadMembers(db, SECRETS);
  const after = await db.read.select().from(terms).where(inWorcester).orderBy(sql`starts_on desc`);
  expect(after).toHaveLength(2);
  expect(after[0]).toEqual({ ...before, addressState: "bounced" });
  expect(after[1]).toMatchObject({ id: "before", endsOn: "2024-07-03" });
  const [renewed] = await db.read.select().from(terms).where(eq(terms.gssCode, "E14001172"));
  expect(renewed?.addressHash).not.toBe("of an older address");
});
