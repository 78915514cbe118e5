import type { Cell } from "#app/domain/place/cell.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import { makeWholeRows, undivided } from "./suppression.ts";

/**
 * The kinds of area that a count is published for, the ones that matter most first. `country` is GB for the
 * whole United Kingdom; `upper` are the councils that run education, `lower` districts and unitaries, so a
 * unitary council stands in both; `division` is part of a county.
 */
export const LEVELS = ["country", "upper", "constituency", "lower", "ward", "division"] as const;
export type Level = (typeof LEVELS)[number];

/** The code, at a tier of councils or of constituencies, of the British signatures that it cannot place. */
export const UNPLACED_CODE = "unplaced";

/** The confirmed signatures of one campaign in one cell. */
export type CellTally = { cell: Cell; count: number };
export type PublishedTally = { level: Level; code: string; count: number };
export type PublishedTallies = { total: number; rows: PublishedTally[] };

/**
 * What may be published of one campaign's confirmed counts: the total, and of each level the areas that can be
 * shown without telling that any place, or part of a place, holds 1 to 4. Rows come in the order of LEVELS,
 * then largest first, then by code; the same counts always give the same rows.
 *
 * Areas are taken in that order, so of one whole it is the smallest part that is left out. What is shown of the
 * tree of councils divides the cells into rows of a table, what is shown of constituencies into columns;
 * `makeWholeRows` lets in an area only while all sums and differences of rows and columns are safe. A division
 * may cross wards and constituencies; it is fitted into the columns, or else into the rows.
 */
export function publishTallies(tallies: readonly CellTally[]): PublishedTallies {
  const present = tallies.filter((tally) => tally.count > 0);
  const counts = present.map((tally) => tally.count);
  const byCouncil = undivided(counts.length);
  const byConstituency = undivided(counts.length);
  const canShow = (level: Level, area: readonly number[]): boolean => {
    switch (level) {
      case "country":
      case "upper":
      case "lower":
      case "ward":
        return makeWholeRows(area, counts, byCouncil, byConstituency);
      case "constituency":
        return makeWholeRows(area, counts, byConstituency, byCouncil);
      case "division":
        return (
          makeWholeRows(area, counts, byConstituency, byCouncil) ||
          makeWholeRows(area, counts, byCouncil, byConstituency)
        );
    }
  };
  const rows: PublishedTally[] = [];
  for (const level of LEVELS) {
    for (const { code, count, cells } of areasAt(level, present)) {
      if (count >= SMALLEST_SHOWN_COUNT && canShow(level, cells)) rows.push({ level, code, count });
    }
  }
  return { total: counts.reduce((sum, count) => sum + count, 0), rows };
}

type Area = { code: string; count: number; cells: number[] };

function areasAt(level: Level, tallies: readonly CellTally[]): Area[] {
  const areas = new Map<string, Area>();
  for (const [index, { cell, count }] of tallies.entries()) {
    const code = codeAt(level, cell);
    if (code === "") continue;
    const area = areas.get(code) ?? { code, count: 0, cells: [] };
    area.count += count;
    area.cells.push(index);
    areas.set(code, area);
  }
  return [...areas.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function codeAt(level: Level, cell: Cell): string {
  const isBritish = cell.country.startsWith("GB");
  switch (level) {
    case "country":
      return isBritish ? "GB" : cell.country;
    case "upper":
      return isBritish ? cell.county || cell.council || UNPLACED_CODE : "";
    case "lower":
      return isBritish ? cell.council || UNPLACED_CODE : "";
    case "constituency":
      return isBritish ? cell.constituency || UNPLACED_CODE : "";
    case "ward":
    case "division":
      return cell[level];
  }
}
