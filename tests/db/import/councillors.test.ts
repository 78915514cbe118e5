import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/database.ts";
import { importAreas } from "#db/import/areas/import-areas.server.ts";
import { referenceFile } from "#db/reference/read-csv.ts";
import { seedCouncillors } from "#db/seed/councillors.server.ts";
import { testDatabase } from "../../database.ts";
import { NOW } from "../../factories.ts";
import { testKeyring } from "../../set-up/keyring.ts";
import { siteOn } from "../../site.ts";
import { councillors, fileOf, fixture, numbers, options } from "./importing.ts";

const NOTHING = { added: 0, changed: 0, ended: 0, unchanged: 0, refused: 0 };

/** The councillors of a council, ended ones too, by name, with their opened address. */
async function councilOf(db: Database, gssCode: string) {
  const { terms, representatives, areas } = db.tables;
  const wards = db.read.select({ gssCode: areas.gssCode }).from(areas).where(eq(areas.parentGss, gssCode));
  const rows = await db.read
    .select({ term: terms, name: representatives.name, title: representatives.fullTitle, ward: areas.name })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(inArray(terms.gssCode, wards))
    .orderBy(representatives.name, terms.startsOn);
  return rows.map(({ term, ...row }) => {
    const place = { table: "terms", column: "address", rowId: term.id };
    const { endsOn, startsOn, addressState, source } = term;
    return {
      ...row,
      endsOn,
      startsOn,
      addressState,
      source,
      address: testKeyring().open(place, term.address),
    };
  });
}

const WORCESTER = "E07000237";
const TRAFFORD = "E08000009";

test("the shipped councillors are known to the last row, each with their council's address", async () => {
  const db = await testDatabase();
  expect(numbers(await councillors(db, referenceFile("councillors.csv.gz")))).toEqual({
    ...NOTHING,
    unchanged: 62,
  });
  const sitting = await councilOf(db, TRAFFORD);
  expect(sitting).toHaveLength(62);
  expect(
    sitting.every((one) => one.address.endsWith("@trafford.gov.uk") && one.addressState === "good"),
  ).toBe(true);
  expect(new Set(sitting.map((one) => one.source))).toEqual(new Set(["democratic.trafford.gov.uk"]));
});

test("scraped councillors are matched by folded ward, taken at the council's domain alone, and never guessed", async () => {
  const db = await testDatabase();
  const report = await councillors(db, fixture("lgsf.csv"));
  expect(numbers(report)).toEqual({ ...NOTHING, added: 2, refused: 1 });
  expect(report.refused[0]).toEqual({
    row: "row 4",
    reason: expect.stringMatching(/Worcester City Council has no ward "Nunnerry"; nearest: Nunnery/),
  });
  expect(report.notes.join(" ")).toContain("1 vacant seats");
  expect(await councilOf(db, WORCESTER)).toMatchObject([
    {
      name: "Clem Thatchwell",
      title: "Councillor Clem Thatchwell",
      ward: "St Clement",
      address: "clem.thatchwell@worcester.gov.uk",
    },
    {
      name: "Dora Pennyfold",
      ward: "Nunnery",
      address: "dora.pennyfold@members.worcester.gov.uk",
      startsOn: "",
    },
  ]);
  expect(numbers(await councillors(db, fixture("lgsf.csv")))).toEqual({
    ...NOTHING,
    unchanged: 2,
    refused: 1,
  });
});

test("another layout meets the same people: who is off the roll has left, addresses that it lacks are kept", async () => {
  const db = await testDatabase();
  const whole = "council_id,raw_division,raw_identifier,email,url,raw_name,raw_party\n";
  const lines =
    "WOC,St. Clement,71,clem.thatchwell@worcester.gov.uk,,Clem Thatchwell,Labour Party\nWOC,Nunnery,72,dora.pennyfold@worcester.gov.uk,,Dora Pennyfold,Green Party\n";
  await councillors(db, fileOf("lgsf.csv", whole + lines));
  const report = await councillors(db, fixture("open-council-data.csv"));
  expect(numbers(report)).toEqual({ ...NOTHING, added: 1, ended: 1, unchanged: 1 });
  expect(await councilOf(db, WORCESTER)).toMatchObject([
    { name: "Clem Thatchwell", endsOn: "2026-11-24" },
    {
      name: "Dora Pennyfold",
      endsOn: "",
      address: "dora.pennyfold@worcester.gov.uk",
      source: "worcester.gov.uk",
    },
    { name: "Fenn Hollowbrook", endsOn: "", addressState: "unknown", source: "opencouncildata.co.uk" },
  ]);
  expect(numbers(await councillors(db, fixture("open-council-data.csv")))).toEqual({
    ...NOTHING,
    unchanged: 2,
  });
});

test("of candidates only the elected are taken, without their campaigns' addresses, and nobody is ended", async () => {
  const db = await testDatabase();
  await councillors(db, fixture("open-council-data.csv"));
  const report = await councillors(db, fixture("candidates.csv"));
  expect(numbers(report)).toEqual({ ...NOTHING, added: 1, changed: 1 });
  expect(report.notes.join(" ")).toContain("nobody is ended");
  expect(await councilOf(db, WORCESTER)).toMatchObject([
    { name: "Dora Pennyfold", startsOn: "2024-05-02", endsOn: "", address: "" },
    { name: "Fenn Hollowbrook", endsOn: "" },
    { name: "Hale Brackenbury", startsOn: "2024-05-02", addressState: "unknown" },
  ]);
});

test("a folder of one file a councillor is a roll of the council that its name or --council says", async () => {
  const db = await testDatabase();
  const report = await councillors(db, fixture("lgsf/TRF"), { isFewer: true, isDryRun: true });
  expect(numbers(report)).toEqual({ ...NOTHING, added: 2, ended: 62 });
  expect(report.notes.join(" ")).toContain("6302-bram-okehurst.json (is not at trafford.gov.uk or below it)");
  expect(await councilOf(db, TRAFFORD)).toHaveLength(62);
  await expect(councillors(db, fixture("lgsf/TRF"))).rejects.toThrow(
    "2 councillors of Trafford Metropolitan Borough Council, where 62 sit",
  );
  const partial = await councillors(db, fixture("lgsf/TRF"), { isPartial: true });
  expect(numbers(partial)).toEqual({ ...NOTHING, added: 2 });
  expect((await councilOf(db, TRAFFORD)).filter((one) => one.endsOn === "")).toHaveLength(64);
});

test("a file that does not say of which council is refused row by row until it is said", async () => {
  const db = await testDatabase();
  const one = JSON.stringify({
    raw_identifier: "1",
    raw_name: "Ivo Sedgeley",
    raw_party: "",
    raw_division: "Nunnery",
    email: null,
    url: "",
  });
  const path = fileOf("one.json", one);
  expect((await councillors(db, path)).refused[0]?.reason).toContain("add --council");
  expect(numbers(await councillors(db, path, { council: "Worcester City Council" }))).toMatchObject({
    added: 1,
  });
  expect(numbers(await councillors(db, path, { council: WORCESTER }))).toMatchObject({ unchanged: 1 });
  await expect(councillors(db, path, { council: "Worchester" })).rejects.toThrow(
    /no council of today; nearest: Worc/,
  );
});

test("the same councillor twice is refused whole; a ward's code that contradicts its name is refused alone", async () => {
  const db = await testDatabase();
  const header = "council_gss,ward_gss,ward,name,email,profile_url\n";
  const row = `${WORCESTER},E05015857,Nunnery,Ned Ambleforth,,\n`;
  await expect(councillors(db, fileOf("a.csv", header + row + row))).rejects.toThrow(
    "row 2 and row 3 are of the same",
  );
  const wrong = row.replace("Nunnery", "St Clement");
  const report = await councillors(db, fileOf("a.csv", header + wrong));
  expect(report.refused[0]?.reason).toMatch(/^E05015857 is .*, but the row says "St Clement"/);
  expect(await councilOf(db, WORCESTER)).toEqual([]);
});

test("divisions are looked up in the county, and invented councillors are left alone", async () => {
  const db = await testDatabase();
  await seedCouncillors(await siteOn(db), new Set(), NOW);
  const invented = (await councilOf(db, WORCESTER)).length;
  expect(invented).toBeGreaterThan(5);
  const csv =
    "council,ward_name,councillor_name,next_election,party_name\nWorcestershire,Bedwardine Division,Cllr Joss Elderwick,2029,\nWorcester,Nunnery,Dora Pennyfold,2028,\n";
  expect(numbers(await councillors(db, fileOf("ocd.csv", csv)))).toEqual({ ...NOTHING, added: 2 });
  expect((await councilOf(db, WORCESTER)).filter((one) => one.endsOn === "")).toHaveLength(invented + 1);
  expect(await councilOf(db, "E10000034")).toMatchObject([{ name: "Joss Elderwick", ward: "Bedwardine" }]);
});

const ROLL = "council_id,raw_division,raw_identifier,raw_name\n";

test("after new wards the same people hold new seats, with the address they had", async () => {
  const db = await testDatabase();
  const mail = "council_id,raw_division,raw_identifier,raw_name,email\n";
  await councillors(
    db,
    fileOf("a.csv", `${mail}WOC,Nunnery,72,Dora Pennyfold,dora.pennyfold@worcester.gov.uk\n`),
  );
  const wards =
    "gss_code,name,kind,council_gss,start_date,end_date,successor_gss\n" +
    "E05099001,Nunnery & Canal,ward,E07000237,2026-11-20,,\nE05015857,Nunnery,ward,E07000237,,2026-11-19,E05099001\n";
  await importAreas(db, { path: fileOf("wards.csv", wards), isWhole: false }, options());
  const report = await councillors(
    db,
    fileOf("b.csv", `${ROLL}WOC,Nunnery and Canal,72,Cllr Dora Pennyfold\n`),
  );
  expect(numbers(report)).toEqual({ ...NOTHING, added: 1 });
  expect(await councilOf(db, WORCESTER)).toMatchObject([
    { name: "Dora Pennyfold", ward: "Nunnery", endsOn: "2026-11-19" },
    {
      name: "Dora Pennyfold",
      ward: "Nunnery & Canal",
      endsOn: "",
      address: "dora.pennyfold@worcester.gov.uk",
    },
  ]);
  const people = db.read.select().from(db.tables.representatives);
  expect((await people).filter((one) => one.name === "Dora Pennyfold")).toHaveLength(1);
});

test("somebody whom an admin has made one of two rows stays one, though the source goes on listing both", async () => {
  const db = await testDatabase();
  const both = fileOf("a.csv", `${ROLL}WOC,Nunnery,72,Dora Pennyfold\nWOC,Nunnery,79,D Pennyfold\n`);
  expect(numbers(await councillors(db, both))).toMatchObject({ added: 2 });
  const { representatives, terms, mergedRepresentatives } = db.tables;
  const named = (name: string) => and(eq(representatives.name, name), eq(representatives.kind, "councillor"));
  const [kept] = await db.read.select().from(representatives).where(named("Dora Pennyfold"));
  const [gone] = await db.read.select().from(representatives).where(named("D Pennyfold"));
  if (!kept || !gone) throw new Error("two were imported");
  await db.transaction("merge", async (tx) => {
    await tx.delete(terms).where(eq(terms.representativeId, gone.id));
    await tx.delete(representatives).where(eq(representatives.id, gone.id));
    const { id, publicId, sourceKey } = gone;
    await tx.insert(mergedRepresentatives).values({ id, publicId, sourceKey, representativeId: kept.id });
  });
  expect(numbers(await councillors(db, both))).toEqual({ ...NOTHING, unchanged: 1 });
  expect(await councilOf(db, WORCESTER)).toHaveLength(1);
});
