import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellTally, publishTallies } from "#app/domain/area/publish-tallies.ts";
import type { Cell } from "#app/domain/place/cell.ts";
import {
  algebra,
  countIn,
  type Group,
  isSmall,
  publishedGroups,
  targetsOf,
  worldsLike,
} from "./publish-tallies-attacker.ts";

test("no sum or difference of published numbers gives 1 to 4 for an area or a part of one", () => {
  fc.assert(
    fc.property(campaign({ maxCells: 26, maxCount: 14 }), (tallies) => {
      const peopled = tallies.filter((tally) => tally.count > 0);
      const published = publishTallies(tallies);
      expect(derivedSmall(peopled, targetsOf(peopled, published))).toEqual([]);
    }),
    { numRuns: 1_000, seed: 5 },
  );
});

test("no sum or difference of published numbers gives 1 to 4 for any group of cells whatever", () => {
  fc.assert(
    fc.property(campaign({ maxCells: 9, maxCount: 12 }), (tallies) => {
      const peopled = tallies.filter((tally) => tally.count > 0);
      expect(derivedSmall(peopled, allGroups(peopled.length))).toEqual([]);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("no bounds on published numbers prove that a place with people in it has fewer than five", () => {
  fc.assert(
    fc.property(campaign({ maxCells: 7, maxCount: 7 }), (tallies) => {
      const counts = tallies.map((tally) => tally.count);
      const published = publishTallies(tallies);
      const worlds = worldsLike(counts, publishedGroups(tallies, published), WORLDS);
      if (published.total < 5 || worlds.length === WORLDS) return;
      const proved = targetsOf(tallies, published).filter(
        (target) => countIn(target, counts) > 0 && worlds.every((world) => countIn(target, world) < 5),
      );
      expect(proved.map((target) => [...target])).toEqual([]);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("the same counts in another order give the same publication", () => {
  fc.assert(
    fc.property(
      campaign({ maxCells: 20, maxCount: 9 }).chain((tallies) =>
        fc.tuple(fc.constant(tallies), fc.shuffledSubarray(tallies, { minLength: tallies.length })),
      ),
      ([tallies, shuffled]) => {
        expect(publishTallies(shuffled)).toEqual(publishTallies(tallies));
      },
    ),
    { numRuns: 200, seed: 5 },
  );
});

/** An attack by trying all worlds is given up, and its case left out, where there are more than this. */
const WORLDS = 3_000;

function derivedSmall(tallies: readonly CellTally[], targets: readonly Group[]): number[][] {
  const published = publishTallies(tallies);
  if (published.total < 5) {
    expect(published.rows).toEqual([]);
    return [];
  }
  const counts = tallies.map((tally) => tally.count);
  const follows = algebra(publishedGroups(tallies, published), tallies.length);
  return targets.filter((target) => isSmall(countIn(target, counts)) && follows(target)).map((t) => [...t]);
}

function allGroups(cellCount: number): Group[] {
  return Array.from({ length: 2 ** cellCount - 1 }, (_, bits) => {
    const cells = Array.from({ length: cellCount }, (_, cell) => cell);
    return new Set(cells.filter((cell) => ((bits + 1) >> cell) % 2 === 1));
  });
}

/**
 * A small country: counties with districts, divisions and wards, unitary councils with wards, constituencies
 * that cross all of them, parts unknown, people abroad. Counts are mostly small, many zero.
 */
function campaign(size: { maxCells: number; maxCount: number }): fc.Arbitrary<CellTally[]> {
  const count = fc.oneof(fc.nat(5), fc.nat(size.maxCount));
  const shape = fc.record({ uppers: fc.integer({ min: 1, max: 4 }), wards: fc.integer({ min: 1, max: 3 }) });
  return shape.chain(({ uppers, wards }) =>
    fc.uniqueArray(fc.record({ cell: cellIn(uppers, wards), count }), {
      minLength: 1,
      maxLength: size.maxCells,
      selector: (tally) => JSON.stringify(tally.cell),
    }),
  );
}

/** Uppers 0 and 2 are counties of two districts, the others unitary. */
function cellIn(uppers: number, wards: number): fc.Arbitrary<Cell> {
  const placed = fc
    .record({
      upper: fc.nat(uppers - 1),
      district: fc.nat(1),
      ward: fc.nat(wards - 1),
      division: fc.nat(2),
      constituency: fc.nat(2),
      unknown: fc.constantFrom("", "", "", "", "", "ward", "division", "constituency", "council"),
    })
    .map(({ upper, district, ward, division, constituency, unknown }) => {
      const isCounty = upper % 2 === 0;
      const council = isCounty ? `L${upper}${district}` : `U${upper}`;
      const cell: Cell = {
        country: "GB-ENG",
        ward: unknown === "ward" || unknown === "council" ? "" : `W${council}${ward}`,
        division: isCounty && unknown !== "division" ? `D${upper}${division}` : "",
        council: unknown === "council" ? "" : council,
        county: isCounty ? `C${upper}` : "",
        constituency: unknown === "constituency" ? "" : `K${(upper + constituency) % 4}`,
      };
      return cell;
    });
  const unplaced = fc.constantFrom("GB", "JE", "FR").map((country) => {
    const cell: Cell = { country, ward: "", division: "", council: "", county: "", constituency: "" };
    return cell;
  });
  return fc.oneof({ weight: 9, arbitrary: placed }, { weight: 1, arbitrary: unplaced });
}
