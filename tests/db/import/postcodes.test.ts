import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openPlaces, type Places } from "#app/domain/place/places.server.ts";
import type { Database } from "#db/database.ts";
import { findImportedEdition } from "#db/import/postcodes/current-edition.server.ts";
import { importPostcodes } from "#db/import/postcodes/import-postcodes.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { testDatabase } from "../../database.ts";
import { NOW } from "../../factories.ts";
import { fileOf, folder, numbers } from "./importing.ts";

const POSTCODES = `postcode,council_gss,county_gss,ward_gss,constituency_gss,quality
CB75GJ,E07000245,E10000029,E05012801,E14001578,
S401AA,E07000034,E10000007,E05015179,E14001165,
WR11AA,E07000237,E10000034,E05015849,E14001597,p
WR53DA,E07000237,E10000034,E05015851,E14001597,p
`;
const DIVISIONS = "postcode,division_gss,quality\nWR11AA,E58001953,b\nWR53DA,E58001958,w\n";
const ONSPD =
  "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,ctry,pcon";

/** A folder of editions with a small one in use. */
async function base() {
  const [into, from] = [folder(), folder()];
  const sources = { postcodes: join(from, "postcodes.gz"), divisions: join(from, "divisions.gz") };
  writeFileSync(sources.postcodes, gzipSync(POSTCODES));
  writeFileSync(sources.divisions, gzipSync(DIVISIONS));
  return { folder: into, baseFile: (await buildPostcodes({ sources, into })).file };
}

type Base = Awaited<ReturnType<typeof base>>;

async function postcodes(
  db: Database,
  given: Base,
  path: string,
  told: { isDryRun?: boolean; isPartial?: boolean } = {},
) {
  return importPostcodes(db, {
    ...given,
    path,
    isDryRun: false,
    isPartial: false,
    isWhole: false,
    takesNorthernIreland: false,
    now: NOW,
    onProgress() {},
    ...told,
  });
}

async function placesOf({ folder: into }: Base): Promise<Places> {
  const file = await findImportedEdition(into);
  if (file === undefined) throw new Error("no edition was imported");
  return openPlaces(file);
}

/** A line of the ONS Postcode Directory. */
function ons(
  postcode: string,
  codes: Partial<Record<"ced" | "laua" | "ward" | "pcon" | "doterm" | "grid" | "cty", string>>,
): string {
  const {
    ced = "E99999999",
    laua = "",
    ward = "",
    pcon = "",
    doterm = "",
    grid = "1",
    cty = "E99999999",
  } = codes;
  const [out, inward] = [postcode.slice(0, -3), postcode.slice(-3)];
  return `"${out.padEnd(4)}${inward}","${postcode}","${out} ${inward}","198001","${doterm}","${cty}","${ced}","${laua}","${ward}","E04999999","0","385000","255000",${grid},"E92000001","${pcon}"`;
}

const WORCESTER = { cty: "E10000034", laua: "E07000237", pcon: "E14001597" };
const DIRECTORY = [
  ONSPD,
  ons("CB75GJ", {
    cty: "E10000029",
    laua: "E07000245",
    ward: "E05012801",
    pcon: "E14001578",
    ced: "E58001500",
  }),
  ons("S401AA", { cty: "E10000007", laua: "E07000034", ward: "E05015179", pcon: "E14001165" }),
  ons("WR11AA", { ...WORCESTER, ward: "E05015849", ced: "E58001953" }),
  ons("WR19ZZ", { ...WORCESTER, ward: "E05015850", ced: "E58001958" }),
  ons("WR53DA", { ...WORCESTER, ward: "E05015851", ced: "E58001958", doterm: "202405" }),
  ons("S14AA", { laua: "E08000019", ward: "E05099999", pcon: "E14001467", cty: "E11000003" }),
  ons("JE23AB", { laua: "L99999999", pcon: "L99999999", grid: "9" }),
  ons("BT11AA", { laua: "N09000003", pcon: "N05000001" }),
  "",
].join("\n");

test("the directory of the ONS makes an edition beside the one in use, codes brought to those of today", async () => {
  const db = await testDatabase();
  const given = await base();
  const path = fileOf("ONSPD.csv", DIRECTORY);
  const dry = await postcodes(db, given, path, { isDryRun: true });
  expect(await findImportedEdition(given.folder)).toBeUndefined();
  const { report } = await postcodes(db, given, path);
  expect(report).toEqual(dry.report);
  expect(report.format).toContain("ONSPD");
  expect(numbers(report)).toEqual({ added: 2, changed: 2, ended: 0, unchanged: 2, refused: 0 });
  const said = report.notes.join(" ");
  expect(said).toContain("1 of Northern Ireland were left out");
  expect(said).toContain("ward E05099999 (1 postcodes)");

  const places = await placesOf(given);
  expect(places.postcodeCount).toBe(6);
  expect(places.locate("WR11AA").cell.division).toBe("E58001953");
  expect(places.locate("WR19ZZ")).toMatchObject({ maybeTerminated: false, cell: { ward: "E05015850" } });
  expect(places.locate("WR53DA")).toMatchObject({ maybeTerminated: true, cell: { division: "E58001958" } });
  expect(places.locate("CB75GJ").cell).toMatchObject({ county: "E10000029", division: "" });
  expect(places.locate("S14AA").cell).toMatchObject({ council: "E08000039", county: "", ward: "" });
  expect(places.locate("JE23AB").kind).toBe("crown-dependency");
  expect(places.locate("BT11AA").kind).toBe("northern-ireland");
  places.close();

  const baseFile = (await findImportedEdition(given.folder)) ?? "";
  const again = await postcodes(db, { ...given, baseFile }, path);
  expect(again.file).toBeUndefined();
  expect(numbers(again.report)).toEqual({ added: 0, changed: 0, ended: 0, unchanged: 6, refused: 0 });
  expect(readdirSync(given.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("the names of columns of other years and of the NSPL are the same columns", async () => {
  const db = await testDatabase();
  const given = await base();
  const named = DIRECTORY.replace("ced,oslaua,osward", "ced25cd,lad25cd,wd25cd").replace(
    ",pcon",
    ",pcon24cd",
  );
  const nspl = DIRECTORY.replace("ced,oslaua,osward", "ced,laua,ward");
  const plain = numbers((await postcodes(db, given, fileOf("a.csv", DIRECTORY), { isDryRun: true })).report);
  for (const content of [named, nspl])
    expect(
      numbers((await postcodes(db, given, fileOf("b.csv", content), { isDryRun: true })).report),
    ).toEqual(plain);
});

test("a folder of Code-Point Open takes constituencies and divisions from before, and keeps what is out of use", async () => {
  const db = await testDatabase();
  const given = await base();
  const path = folder();
  mkdirSync(join(path, "Doc"));
  writeFileSync(join(path, "Doc", "Code-Point_Open_Column_Headers.csv"), "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n");
  const line = (postcode: string, district: string, ward: string, quality = 10) =>
    `"${postcode}",${quality},385000,255000,"E92000001","E19000001","E18000005","E10000034","${district}","${ward}"`;
  writeFileSync(
    join(path, "wr.csv"),
    `${line("WR1 1AA", "E07000237", "E05015849")}\n${line("WR5 3DA", "E07000237", "E05015851")}\n${line("WR5 3DB", "E07000237", "E05015851")}\n`,
  );
  writeFileSync(join(path, "s.csv"), `${line("S40 1AA", "E07000034", "E05015179")}\n`);
  const { report } = await postcodes(db, given, path);
  expect(report.format).toContain("Code-Point Open");
  expect(numbers(report)).toEqual({ added: 1, changed: 0, ended: 1, unchanged: 3, refused: 0 });
  const places = await placesOf(given);
  expect(places.postcodeCount).toBe(5);
  expect(places.locate("WR53DB").cell).toEqual(places.locate("WR53DA").cell);
  expect(places.locate("WR53DB").cell).toMatchObject({ constituency: "E14001597", division: "E58001958" });
  expect(places.locate("CB75GJ")).toMatchObject({ maybeTerminated: true });
  places.close();
});

test("a part of a file says so, or is refused as half of one", async () => {
  const db = await testDatabase();
  const given = await base();
  const part = fileOf("part.csv", `${DIRECTORY.split("\n").slice(0, 3).join("\n")}\n`);
  await expect(postcodes(db, given, part)).rejects.toThrow(
    "2 postcodes, the edition in use 4: it may be half a file",
  );
  const { report } = await postcodes(db, given, part, { isPartial: true });
  expect(numbers(report)).toMatchObject({ added: 0, ended: 0 });
  const places = await placesOf(given);
  expect(places.postcodeCount).toBe(4);
  places.close();
});

test.each([
  [
    "a postcode that stands twice",
    DIRECTORY.replace("WR19ZZ", "WR53DA").replaceAll("WR1 9ZZ", "WR5 3DA"),
    "WR53DA stands there for the second time",
  ],
  [
    "a missing column",
    DIRECTORY.replace(",pcon", ",pkon"),
    "recognised as ONS Postcode Directory, ONSPD (CSV), but has no column for: constituency",
  ],
  [
    "a row that is cut",
    DIRECTORY.replace(',1,"E92000001","E14001165"', ""),
    "row 3 has 13 fields instead of 16",
  ],
  [
    "a quote that is never closed",
    DIRECTORY.replace('"S40 1AA"', '"S40 1AA'),
    "row 3 has a quote that is never closed",
  ],
  ["no line end", DIRECTORY.trimEnd(), "row 9, has no line end"],
  ["other columns", "colour,size\nred,4\n", "none of the layouts of postcodes"],
  ["codes of another time", DIRECTORY.replaceAll("E14001", "E14000"), "codes are of no area of today"],
  ["UTF-16", Buffer.from(DIRECTORY, "utf16le"), "UTF-16"],
  ["Windows-1252", Buffer.from(DIRECTORY.replace("E92000001", "\u00e9"), "latin1"), "not UTF-8"],
  ["gzip that breaks off", gzipSync(DIRECTORY).subarray(0, 200), "gzip file that breaks off"],
])("a file with %s makes no edition and leaves nothing behind", async (_, content, words) => {
  const db = await testDatabase();
  const given = await base();
  const before = readdirSync(given.folder);
  await expect(postcodes(db, given, fileOf("postcodes.csv", content))).rejects.toThrow(words);
  expect(readdirSync(given.folder)).toEqual(before);
});
