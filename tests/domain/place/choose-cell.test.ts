import { expect, test } from "vitest";
import { type Cell, cellOfCountry, PlaceChoice, UNPLACED } from "#app/domain/place/cell.ts";
import { type ChosenArea, chooseCell } from "#app/domain/place/choose-cell.ts";

const AREAS: ChosenArea[] = [
  { gssCode: "E10000034", level: "council", kind: "county", parentGss: "" },
  { gssCode: "E07000237", level: "council", kind: "district", parentGss: "E10000034" },
  { gssCode: "E05015849", level: "ward", kind: "ward", parentGss: "E07000237" },
  { gssCode: "E06000051", level: "council", kind: "unitary", parentGss: "" },
  { gssCode: "E05099999", level: "ward", kind: "ward", parentGss: "E06000051" },
  { gssCode: "E14001597", level: "constituency", kind: "borough", parentGss: "" },
  { gssCode: "N09000003", level: "council", kind: "ni-district", parentGss: "" },
  { gssCode: "N05000001", level: "constituency", kind: "borough", parentGss: "" },
];

function choose(known: Cell, choice: Partial<PlaceChoice>): Cell {
  const find = (gssCode: string) => AREAS.find((area) => area.gssCode === gssCode);
  return chooseCell(known, { constituency: "", council: "", ward: "", ...choice }, find);
}

const REWARDED: Cell = { ...cellOfCountry("GB-ENG"), council: "E06000051", constituency: "E14001600" };

test("without a choice a cell stays as it is", () => {
  expect(choose(UNPLACED, {})).toEqual(UNPLACED);
});

test("a chosen council brings its county and its nation", () => {
  expect(choose(UNPLACED, { council: "E07000237" })).toEqual({
    ...cellOfCountry("GB-ENG"),
    council: "E07000237",
    county: "E10000034",
  });
});

test("a chosen ward brings its council and county", () => {
  expect(choose(UNPLACED, { ward: "E05015849", constituency: "E14001597" })).toEqual({
    ...cellOfCountry("GB-ENG"),
    ward: "E05015849",
    council: "E07000237",
    county: "E10000034",
    constituency: "E14001597",
  });
});

test("someone who knows only their county is counted there", () => {
  expect(choose(UNPLACED, { council: "E10000034" })).toEqual({
    ...cellOfCountry("GB-ENG"),
    county: "E10000034",
  });
});

test("a ward fills a re-warded council and nothing else changes", () => {
  expect(choose(REWARDED, { ward: "E05099999", council: "E07000237", constituency: "E14001597" })).toEqual({
    ...REWARDED,
    ward: "E05099999",
  });
});

test("a ward of another council than the postcode's is left out", () => {
  expect(choose(REWARDED, { ward: "E05015849" })).toEqual(REWARDED);
});

test("a ward and a council that contradict each other leave the ward's", () => {
  const cell = choose(UNPLACED, { ward: "E05015849", council: "E06000051" });
  expect(cell).toMatchObject({ ward: "E05015849", council: "E07000237" });
});

test("a postcode of Northern Ireland takes places there and no other", () => {
  const belfast = choose(cellOfCountry("GB-NIR"), { council: "N09000003", constituency: "N05000001" });
  expect(belfast).toEqual({ ...cellOfCountry("GB-NIR"), council: "N09000003", constituency: "N05000001" });
  const kept = choose(cellOfCountry("GB-NIR"), { council: "E07000237", constituency: "E14001597" });
  expect(kept).toEqual(cellOfCountry("GB-NIR"));
});

test("a council and a constituency of two nations do not go together", () => {
  const cell = choose(UNPLACED, { council: "N09000003", constituency: "E14001597" });
  expect(cell).toEqual({ ...cellOfCountry("GB-NIR"), council: "N09000003" });
});

test("abroad nothing can be chosen", () => {
  expect(choose(cellOfCountry("JE"), { council: "E07000237" })).toEqual(cellOfCountry("JE"));
});

test("a code of another level or no code at all is no choice", () => {
  expect(choose(UNPLACED, { council: "E14001597", ward: "E07000237", constituency: "E05015849" })).toEqual(
    UNPLACED,
  );
  expect(choose(UNPLACED, { council: "E99999999" })).toEqual(UNPLACED);
});

test("choices are optional and blank ones allowed", () => {
  expect(PlaceChoice.parse({})).toEqual({ constituency: "", council: "", ward: "" });
  expect(PlaceChoice.parse({ ward: " ", council: "E07000237" }).council).toBe("E07000237");
  expect(PlaceChoice.safeParse({ council: "Worcester" }).success).toBe(false);
});
