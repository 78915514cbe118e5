import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellKey } from "#app/domain/place/cell.ts";
import type { Places } from "#app/domain/place/places.server.ts";
import { readPostcode } from "#app/domain/place/postcode.ts";
import { realPlaces } from "./real-places.ts";

let places: Places;
beforeAll(async () => {
  places = await realPlaces();
});
afterAll(() => places.close());

function locate(typed: string) {
  const read = readPostcode(typed);
  if (!read.ok) throw new Error(`not a postcode: ${typed}`);
  return places.locate(read.postcode);
}

test.each([
  ["SW1A 1AA", "GB-ENG", "E09000033", "", "E14001172"],
  ["SW1A 0AA", "GB-ENG", "E09000033", "", "E14001172"],
  ["WR1 1AA", "GB-ENG", "E07000237", "E10000034", "E14001597"],
  ["WR5 3DA", "GB-ENG", "E07000237", "E10000034", "E14001597"],
  ["DE55 1AA", "GB-ENG", "E07000032", "E10000007", "E14001066"],
  ["S40 1AA", "GB-ENG", "E07000034", "E10000007", "E14001165"],
  ["S40 2AB", "GB-ENG", "E07000034", "E10000007", "E14001165"],
  ["B1 1BB", "GB-ENG", "E08000025", "", "E14001096"],
  ["EH1 1YZ", "GB-SCT", "S12000036", "", "S14000078"],
  ["CF10 1EP", "GB-WLS", "W06000015", "", "W07000091"],
])("%s is placed in its council and constituency", (postcode, country, council, county, constituency) => {
  expect(locate(postcode)).toMatchObject({
    kind: "placed",
    cell: { country, council, county, constituency },
    choices: [],
    wardUnknown: false,
  });
});

test("a postcode is placed in its ward and, in a county, its division", () => {
  expect(locate("B45 8LB")).toEqual({
    kind: "placed",
    cell: {
      country: "GB-ENG",
      ward: "E05009827",
      division: "E58001922",
      council: "E07000234",
      county: "E10000034",
      constituency: "E14001138",
    },
    choices: [],
    wardUnknown: false,
    divisionUnknown: false,
    maybeTerminated: false,
  });
  expect(locate("DE55 1AA").cell.division).toBe("E58001918");
  expect(locate("SK17 6AA").cell.division).toBe("E58001868");
});

test("a division that is only a guess counts as unknown", () => {
  expect(locate("WR1 1AA")).toMatchObject({ kind: "placed", divisionUnknown: true, cell: { division: "" } });
});

test("divisions of the counties that were divided anew count as unknown", () => {
  expect(locate("CB7 5GJ")).toMatchObject({
    divisionUnknown: true,
    cell: { county: "E10000029", division: "" },
  });
  for (const { county, division } of places.listCombos()) {
    if (["E10000012", "E10000020", "E10000029"].includes(county)) expect(division).toBe("");
  }
});

test("where a council has new wards, the ward may be chosen", () => {
  expect(locate("AL4 8HE")).toMatchObject({
    kind: "placed",
    wardUnknown: true,
    choices: ["ward"],
    cell: { ward: "" },
  });
});

test("a postcode placed by its neighbour says so", () => {
  expect(locate("GL10 2AB")).toMatchObject({ kind: "placed", maybeTerminated: true });
  expect(locate("GL10 2AA")).toMatchObject({ kind: "placed", maybeTerminated: false, divisionUnknown: true });
});

test("an unknown postcode is counted unplaced and may choose council and constituency", () => {
  expect(locate("ZZ99 9ZZ")).toEqual({
    kind: "unknown",
    cell: { country: "GB", ward: "", division: "", council: "", county: "", constituency: "" },
    choices: ["council", "constituency"],
  });
});

test.each([
  ["BT1 5GS", "northern-ireland", "GB-NIR", 2],
  ["GY1 1AA", "crown-dependency", "GG", 0],
  ["JE2 3AB", "crown-dependency", "JE", 0],
  ["IM1 1AA", "crown-dependency", "IM", 0],
  ["BFPO 57", "forces", "GB", 2],
  ["BF1 3AA", "forces", "GB", 2],
  ["BX9 1AS", "non-geographic", "GB", 2],
  ["XX10 1AB", "non-geographic", "GB", 2],
  ["XM4 5HQ", "non-geographic", "GB", 2],
  ["GIR 0AA", "non-geographic", "GB", 2],
  ["AB43 1AG", "non-geographic", "GB", 2],
  ["FIQQ 1ZZ", "overseas-territory", "FK", 0],
  ["GX11 1AA", "overseas-territory", "GI", 0],
])("%s is handled as %s in %s", (postcode, kind, country, choices) => {
  const placement = locate(postcode);
  expect(placement).toMatchObject({ kind, cell: { country, council: "", constituency: "" } });
  expect(placement.choices).toHaveLength(choices);
});

test("every special code of the reference list is handled as the list says", () => {
  const rows: { pattern: string; match: string; kind: string }[] = parse(
    readFileSync("db/reference/data/postcode-special-cases.csv", "utf8"),
    { columns: true },
  );
  for (const { pattern, match, kind } of rows) {
    if (match === "exact") expect(locate(pattern).kind).toBe(kind);
    if (match === "outward" && kind !== "geographic") expect(locate(`${pattern}5HQ`).kind).toBe(kind);
    if (match === "prefix" && /^[A-Z]{2}$/.test(pattern) && pattern !== "AI") {
      expect(locate(`${pattern}1 1AA`).kind).toBe(kind);
    }
  }
});

test("every cell that a look-up gives is listed once", () => {
  const keys = places.listCombos().map(cellKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(8000);
  for (const typed of ["WR5 3DA", "ZZ99 9ZZ", "BT1 1AA", "JE1 1AA", "FIQQ 1ZZ", "BFPO 1", "AB43 1AG"]) {
    expect(keys).toContain(cellKey(locate(typed).cell));
  }
});

test("the file names its edition and holds every postcode of the country", () => {
  expect(places.edition).toMatch(/^[0-9a-f]{12}$/);
  expect(places.postcodeCount).toBe(2_631_359);
});
