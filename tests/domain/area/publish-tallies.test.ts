import { expect, test } from "vitest";
import {
  type CellTally,
  type Level,
  type PublishedTallies,
  publishTallies,
} from "#app/domain/area/publish-tallies.ts";
import type { Cell } from "#app/domain/place/cell.ts";

test("a single signatory anywhere shows nothing but the total", () => {
  expect(publishTallies([inWorcestershire("E07000237", "E14001603", 1)])).toEqual({ total: 1, rows: [] });
});

test("a campaign that nobody has signed shows a total of nought", () => {
  expect(publishTallies([])).toEqual({ total: 0, rows: [] });
  expect(publishTallies([inWorcestershire("E07000237", "E14001603", 0)])).toEqual({ total: 0, rows: [] });
});

test("five people in one cell are shown at every level that holds them", () => {
  const published = publishTallies([
    cell({ ward: "W1", division: "D1", council: "L1", county: "C1", constituency: "K1" }, 5),
  ]);
  expect(published.rows.map((row) => [row.level, row.code, row.count])).toEqual([
    ["country", "GB", 5],
    ["upper", "C1", 5],
    ["constituency", "K1", 5],
    ["lower", "L1", 5],
    ["ward", "W1", 5],
    ["division", "D1", 5],
  ]);
});

test("four people in one district and one in another leave only their county", () => {
  const published = publishTallies([
    cell({ council: "L1", county: "C1", constituency: "K1" }, 4),
    cell({ council: "L2", county: "C1", constituency: "K1" }, 1),
  ]);
  expect(shown(published, "upper")).toEqual({ C1: 5 });
  expect(shown(published, "constituency")).toEqual({ K1: 5 });
  expect(shown(published, "lower")).toEqual({});
});

test("the next smallest district is left out when the rest of the county would be 1 to 4", () => {
  const published = publishTallies([
    cell({ council: "L1", county: "C1" }, 20),
    cell({ council: "L2", county: "C1" }, 7),
    cell({ council: "L3", county: "C1" }, 9),
    cell({ council: "L4", county: "C1" }, 3),
  ]);
  expect(shown(published, "lower")).toEqual({ L1: 20, L3: 9 });
});

test("no second district is left out when those below five make five together", () => {
  const published = publishTallies([
    cell({ council: "L1", county: "C1" }, 20),
    cell({ council: "L2", county: "C1" }, 7),
    cell({ council: "L3", county: "C1" }, 2),
    cell({ council: "L4", county: "C1" }, 3),
  ]);
  expect(shown(published, "lower")).toEqual({ L1: 20, L2: 7 });
});

test("of two equal districts the later code is left out", () => {
  const published = publishTallies([
    cell({ council: "L2", county: "C1" }, 6),
    cell({ council: "L1", county: "C1" }, 6),
    cell({ council: "L3", county: "C1" }, 1),
  ]);
  expect(shown(published, "lower")).toEqual({ L1: 6 });
});

test("a district whose wards are shown keeps a rest of nought or at least five", () => {
  const published = publishTallies([
    cell({ ward: "W1", council: "L1", county: "C1" }, 12),
    cell({ ward: "W2", council: "L1", county: "C1" }, 6),
    cell({ ward: "", council: "L1", county: "C1" }, 2),
    cell({ ward: "W3", council: "L2", county: "C1" }, 9),
  ]);
  expect(shown(published, "ward")).toEqual({ W1: 12, W3: 9 });
});

test("the wards of a hidden district do not give its number away through the county", () => {
  const published = publishTallies([
    cell({ ward: "W1", council: "L1", county: "C1" }, 50),
    cell({ ward: "W2", council: "L2", county: "C1" }, 8),
    cell({ ward: "W3", council: "L2", county: "C1" }, 3),
    cell({ ward: "W4", council: "L3", county: "C1" }, 30),
  ]);
  expect(shown(published, "lower")).toEqual({ L1: 50, L2: 11, L3: 30 });
  expect(shown(published, "ward")).toEqual({ W1: 50, W4: 30 });
});

test("a ward split between constituencies is left out when its smaller half could be worked out", () => {
  const published = publishTallies([
    cell({ ward: "W1", council: "U1", constituency: "K1" }, 20),
    cell({ ward: "W2", council: "U1", constituency: "K1" }, 5),
    cell({ ward: "W2", council: "U1", constituency: "K2" }, 2),
    cell({ ward: "W3", council: "U1", constituency: "K2" }, 30),
    cell({ ward: "W4", council: "U1", constituency: "K2" }, 9),
  ]);
  expect(shown(published, "constituency")).toEqual({ K1: 25, K2: 41 });
  expect(shown(published, "ward")).toEqual({ W1: 20, W3: 30 });
});

test("a ward split between constituencies is shown when others could hold its smaller half", () => {
  const cells = [
    cell({ ward: "W1", council: "U1", constituency: "K1" }, 20),
    cell({ ward: "W2", council: "U1", constituency: "K1" }, 10),
    cell({ ward: "W2", council: "U1", constituency: "K2" }, 2),
    cell({ ward: "W3", council: "U1", constituency: "K2" }, 30),
    cell({ ward: "", council: "U1", constituency: "K1" }, 6),
    cell({ ward: "", council: "U1", constituency: "K2" }, 7),
  ];
  expect(shown(publishTallies(cells), "ward")).toEqual({ W1: 20, W2: 12, W3: 30 });
});

test("a unitary council stands in both tiers with the same number", () => {
  const published = publishTallies([
    cell({ council: "U1", constituency: "K1" }, 8),
    cell({ council: "L1", county: "C1", constituency: "K2" }, 9),
  ]);
  expect(shown(published, "upper")).toEqual({ C1: 9, U1: 8 });
  expect(shown(published, "lower")).toEqual({ L1: 9, U1: 8 });
});

test("people abroad are counted by country, and a country below five takes another with it", () => {
  const published = publishTallies([
    cell({ council: "U1", constituency: "K1" }, 40),
    { cell: { ...NOWHERE, country: "JE" }, count: 6 },
    { cell: { ...NOWHERE, country: "FR" }, count: 3 },
  ]);
  expect(published.total).toBe(49);
  expect(shown(published, "country")).toEqual({ GB: 40 });
});

test("British signatures without a place are a row of their own at each tier", () => {
  const published = publishTallies([
    cell({ council: "U1", constituency: "K1" }, 40),
    { cell: { ...NOWHERE, country: "GB" }, count: 6 },
  ]);
  expect(shown(published, "upper")).toEqual({ U1: 40, unplaced: 6 });
  expect(shown(published, "lower")).toEqual({ U1: 40, unplaced: 6 });
  expect(shown(published, "constituency")).toEqual({ K1: 40, unplaced: 6 });
  expect(shown(published, "ward")).toEqual({});
});

test("three British signatures without a place hide the smallest council and constituency", () => {
  const published = publishTallies([
    cell({ council: "U1", constituency: "K1" }, 40),
    cell({ council: "U2", constituency: "K2" }, 10),
    { cell: { ...NOWHERE, country: "GB" }, count: 3 },
  ]);
  expect(shown(published, "upper")).toEqual({ U1: 40 });
  expect(shown(published, "constituency")).toEqual({ K1: 40 });
});

test("a county petition shows its districts, its constituencies and nearly all its bigger wards", () => {
  const tallies = countyPetition();
  const published = publishTallies(tallies);
  expect(published.total).toBeGreaterThan(1_700);
  expect(Object.keys(shown(published, "upper"))).toContain("E10000034");
  for (const [level, letter] of [
    ["lower", "L"],
    ["constituency", "K"],
  ] as const) {
    expect(Object.keys(shown(published, level)).filter((code) => code.startsWith(letter))).toHaveLength(6);
  }
  const bigWards = new Set(tallies.filter((tally) => tally.count >= 10).map((tally) => tally.cell.ward));
  const bigShown = [...bigWards].filter((ward) => ward in shown(published, "ward"));
  expect(bigShown.length).toBeGreaterThanOrEqual(0.95 * bigWards.size);
});

test("eight thousand cells are published in a moment", () => {
  const tallies = wholeCountry();
  expect(tallies.length).toBeGreaterThan(8_000);
  publishTallies(tallies);
  const start = performance.now();
  publishTallies(tallies);
  expect(performance.now() - start).toBeLessThan(1_000);
});

const NOWHERE: Cell = { country: "GB", ward: "", division: "", council: "", county: "", constituency: "" };

function cell(codes: Partial<Cell>, count: number): CellTally {
  return { cell: { ...NOWHERE, country: "GB-ENG", ...codes }, count };
}

function inWorcestershire(council: string, constituency: string, count: number): CellTally {
  return cell({ council, county: "E10000034", constituency }, count);
}

function shown(published: PublishedTallies, level: Level): Record<string, number> {
  return Object.fromEntries(
    published.rows.filter((row) => row.level === level).map((row) => [row.code, row.count]),
  );
}

/** Six districts of twenty wards; every eighth ward straddles two constituencies, some people live elsewhere. */
function countyPetition(): CellTally[] {
  const random = sequence(7);
  const tallies: CellTally[] = [];
  for (let district = 0; district < 6; district += 1) {
    for (let ward = 0; ward < 20; ward += 1) {
      const codes = {
        ward: `W${district}-${ward}`,
        division: `D${district}-${Math.floor(ward / 2)}`,
        council: `L${district}`,
        county: "E10000034",
        constituency: `K${district}`,
      };
      tallies.push(cell(codes, 1 + random(28)));
      if (ward % 8 === 0)
        tallies.push(cell({ ...codes, constituency: `K${(district + 1) % 6}` }, 1 + random(6)));
    }
  }
  for (let council = 0; council < 40; council += 1) {
    tallies.push(
      cell({ ward: `X${council}`, council: `U${council}`, constituency: `Y${council}` }, 1 + random(3)),
    );
  }
  return [...tallies, { cell: { ...NOWHERE, country: "GB" }, count: 6 }];
}

/** 360 councils of some twenty wards with 0 to 11 signatures each; constituencies straddle neighbours in threes. */
function wholeCountry(): CellTally[] {
  const random = sequence(11);
  return Array.from({ length: 360 }, (_, council) =>
    Array.from({ length: 24 }, (_, ward) =>
      cell(
        {
          ward: `W${council}-${ward}`,
          division: council % 2 === 0 ? `D${council}-${Math.floor((ward + random(1)) / 2)}` : "",
          council: `L${council}`,
          county: council % 2 === 0 ? `C${council % 21}` : "",
          constituency: `K${Math.floor(council / 3)}-${Math.floor(((council % 3) * 24 + ward) / 13)}`,
        },
        1 + random(11),
      ),
    ),
  ).flat();
}

/** A repeatable sequence of whole numbers from 0 to `most`. */
function sequence(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % (most + 1);
  };
}
