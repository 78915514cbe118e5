import type { Cell } from "#app/domain/place/cell.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import { type Grouping, groupByKey, showInRows } from "./suppression.ts";

/** The kinds of area that a count is published for; `country` is GB for the whole United Kingdom. */
export type Level = "country" | "upper" | "lower" | "constituency" | "ward" | "division";

export type CellTally = { cell: Cell; count: number };
export type PublishedTally = { level: Level; code: string; count: number };
export type PublishedTallies = { total: number; rows: PublishedTally[] };

/** The code of the signatures in the United Kingdom that a tier of councils or constituencies cannot place. */
export const UNPLACED = "unplaced";

/**
 * What may be published of one campaign's confirmed counts by cell: the total, and of each level the areas
 * that can be shown without telling that any place, or part of a place, holds 1 to 4.
 * Rows come by level, then largest first, then by code. Pure and deterministic.
 *
 * Areas are taken level by level, largest first. One is shown if it holds 5 or more and, with every number
 * shown so far unchanged, at least 5 people could be counted outside it, and at least 5 more inside it; or if
 * its number follows from those shown so far. Then every sum and difference of published numbers that is the
 * count of some group of cells is 0 or at least 5: were such a group T = v + c·(the new area), with v made of
 * numbers shown before, moving 5 people out of the area leaves v as it is and T at 0 or more, so T holds at
 * least 5c; for c below 0 move people in. (c is whole, since moving one person changes T by c.)
 */
export function publishTallies(tallies: readonly CellTally[]): PublishedTallies {
  const placed = tallies.filter((tally) => tally.count > 0);
  const shown = new Map<Level, readonly string[]>();
  const rows: PublishedTally[] = [];
  for (const step of STEPS) {
    const codes = placed.map(() => "");
    for (const area of areasToShow(step, placed, shown)) {
      for (const cell of area.cells) codes[cell] = area.code;
      rows.push({ level: step.level, code: area.code, count: area.count });
    }
    shown.set(step.level, codes);
  }
  return { total: placed.reduce((sum, tally) => sum + tally.count, 0), rows };
}

/**
 * The order in which levels are published. `within` are the levels above; `across` are the families of levels
 * shown before whose areas may cross those of this level, each family nested in itself.
 */
type PublishingStep = { level: Level; within: readonly Level[]; across: readonly (readonly Level[])[] };

const STEPS: readonly PublishingStep[] = [
  { level: "country", within: [], across: [] },
  { level: "upper", within: ["country"], across: [] },
  { level: "constituency", within: ["country"], across: [["upper"]] },
  { level: "lower", within: ["country", "upper"], across: [["constituency"]] },
  { level: "ward", within: ["country", "upper", "lower"], across: [["constituency"]] },
  { level: "division", within: ["country", "upper"], across: [["lower", "ward"], ["constituency"]] },
];

type Area = { code: string; count: number; cells: number[] };

function areasToShow(
  step: PublishingStep,
  tallies: readonly CellTally[],
  shown: ReadonlyMap<Level, readonly string[]>,
): Area[] {
  const groupBy = (levels: readonly Level[]): Grouping =>
    groupByKey(tallies.map((_, cell) => levels.map((level) => shown.get(level)?.[cell] ?? "").join(" ")));
  const counts = tallies.map((tally) => tally.count);
  const rows = groupBy(step.within);
  const columns = groupBy(step.across.flat());
  const families = step.across.map(groupBy);
  return areasAt(step.level, tallies).filter(
    (area) => area.count >= SMALLEST_SHOWN_COUNT && showInRows(area.cells, counts, rows, columns, families),
  );
}

function areasAt(level: Level, tallies: readonly CellTally[]): Area[] {
  const areas = new Map<string, Area>();
  for (const [cell, tally] of tallies.entries()) {
    const code = codeAt(level, tally.cell);
    if (!code) continue;
    const area = areas.get(code) ?? { code, count: 0, cells: [] };
    area.count += tally.count;
    area.cells.push(cell);
    areas.set(code, area);
  }
  return [...areas.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function codeAt(level: Level, cell: Cell): string {
  const isInUk = cell.country.startsWith("GB");
  switch (level) {
    case "country":
      return isInUk ? "GB" : cell.country;
    case "upper":
      return isInUk ? cell.county || cell.council || UNPLACED : "";
    case "lower":
      return isInUk ? cell.council || UNPLACED : "";
    case "constituency":
      return isInUk ? cell.constituency || UNPLACED : "";
    case "ward":
    case "division":
      return cell[level];
  }
}
