import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

/** Cells put into groups: the group of each cell, and the cells of each group. */
export type Grouping = { of: number[]; cells: number[][] };

/** Puts the cells that have the same key into one group; `keys` holds one key a cell. */
export function groupByKey(keys: readonly string[]): Grouping {
  const numbers = new Map<string, number>();
  const grouping: Grouping = { of: [], cells: [] };
  for (const [cell, key] of keys.entries()) {
    const group = numbers.get(key) ?? numbers.size;
    numbers.set(key, group);
    grouping.of.push(group);
    const cells = grouping.cells[group];
    if (cells) cells.push(cell);
    else grouping.cells.push([cell]);
  }
  return grouping;
}

/**
 * Decides whether an area may be shown, and if so gives it a row of its own.
 *
 * `rows` groups the cells by what is shown of the area's own level and the levels above it, `columns` by what
 * is shown of all levels that may cross it, `families` by those of each such family alone. The total of every
 * row and of every group of a family follows from published numbers; the groups of `columns` are finer, so
 * leaving them unchanged leaves every published number unchanged.
 */
export function showInRows(
  area: readonly number[],
  counts: readonly number[],
  rows: Grouping,
  columns: Grouping,
  families: readonly Grouping[],
): boolean {
  const rest = rows.of[area[0] ?? 0] ?? 0;
  if (area.some((cell) => rows.of[cell] !== rest)) return false;
  if (area.length === rows.cells[rest]?.length) return true;

  const own = rows.cells.length;
  const whole = rows.cells[rest] ?? [];
  for (const cell of area) rows.of[cell] = own;
  rows.cells.push([...area]);
  rows.cells[rest] = whole.filter((cell) => rows.of[cell] === rest);

  const out = peopleWhoCouldMove(counts, rows, columns, own, rest, "out");
  const into = out > 0 ? peopleWhoCouldMove(counts, rows, columns, own, rest, "in") : 0;
  const isSafe =
    out === 0
      ? families.some((family) => peopleWhoCouldMove(counts, rows, family, own, rest, "out") === 0)
      : out >= SMALLEST_SHOWN_COUNT && into >= SMALLEST_SHOWN_COUNT;
  if (isSafe) return true;

  for (const cell of area) rows.of[cell] = rest;
  rows.cells.pop();
  rows.cells[rest] = whole;
  return false;
}

/**
 * How many people could be counted in row `to` rather than in row `from` ("out"), or the other way round
 * ("in"), with every other row and every column unchanged and no cell below 0; counted up to
 * SMALLEST_SHOWN_COUNT. It is the maximum flow between the two rows: 0 means that no chain of shared columns
 * joins them, so the columns and the other rows alone give the number of each.
 */
function peopleWhoCouldMove(
  counts: readonly number[],
  rows: Grouping,
  columns: Grouping,
  from: number,
  to: number,
  direction: "out" | "in",
): number {
  const changed = new Map<number, number>();
  const left = (cell: number): number => changed.get(cell) ?? counts[cell] ?? 0;
  let moved = 0;
  while (moved < SMALLEST_SHOWN_COUNT) {
    const path = findPath(rows, columns, from, to, direction, left);
    if (!path) break;
    const people = path.takeFrom.reduce((least, cell) => Math.min(least, left(cell)), Infinity);
    for (const cell of path.takeFrom) changed.set(cell, left(cell) - people);
    for (const cell of path.giveTo) changed.set(cell, left(cell) + people);
    moved += people;
  }
  return Math.min(moved, SMALLEST_SHOWN_COUNT);
}

type Path = { takeFrom: number[]; giveTo: number[] };
type Step = { row: number; near: number; far: number };

/** The shortest chain of shared columns from row to row that takes people only where some are left. */
function findPath(
  rows: Grouping,
  columns: Grouping,
  from: number,
  to: number,
  direction: "out" | "in",
  left: (cell: number) => number,
): Path | undefined {
  const stepTo = new Map<number, Step>();
  const seenColumns = new Set<number>();
  const queue = [from];
  for (const row of queue) {
    for (const near of rows.cells[row] ?? []) {
      const column = columns.of[near] ?? 0;
      if (seenColumns.has(column) || (direction === "out" && left(near) === 0)) continue;
      seenColumns.add(column);
      const cells = columns.cells[column] ?? [];
      const canPass = (far: number): boolean => direction === "out" || left(far) > 0;
      const last = cells.find((far) => rows.of[far] === to && canPass(far));
      if (last !== undefined) {
        stepTo.set(to, { row, near, far: last });
        return tracePath(stepTo, from, to, direction);
      }
      for (const far of cells) {
        const next = rows.of[far] ?? 0;
        if (next === from || stepTo.has(next) || !canPass(far)) continue;
        stepTo.set(next, { row, near, far });
        queue.push(next);
      }
    }
  }
  return undefined;
}

function tracePath(
  stepTo: ReadonlyMap<number, Step>,
  from: number,
  to: number,
  direction: "out" | "in",
): Path {
  const near: number[] = [];
  const far: number[] = [];
  for (let row = to; row !== from; ) {
    const step = stepTo.get(row);
    if (!step) throw new Error(`no step leads to row ${row}; trace only a row that the search has reached`);
    near.push(step.near);
    far.push(step.far);
    row = step.row;
  }
  return direction === "out" ? { takeFrom: near, giveTo: far } : { takeFrom: far, giveTo: near };
}
