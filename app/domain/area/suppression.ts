import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

/** Cells put into blocks: the block of each cell, and the cells of each block. */
export type Partition = { blockOf: number[]; cells: number[][] };

/** Puts all cells into one block. */
export function undivided(cellCount: number): Partition {
  const all = Array.from({ length: cellCount }, (_, cell) => cell);
  return { blockOf: all.map(() => 0), cells: [all] };
}

/**
 * Splits rows so that the area is made of whole rows, and answers true; or, if that would be unsafe, leaves the
 * rows as they are and answers false. Every number of the publication is a sum of rows or a sum of columns, and
 * `counts` are all above 0.
 *
 * Safe means: a group of cells whose number follows from those of all rows and columns holds 0 or at least 5.
 * A row is split only if, rows and columns being what they are, at least 5 people of the part could as well be
 * in the rest, and 5 of the rest in the part (or if the two numbers follow from the others already). That is
 * enough. Let T be such a group: T = v + c·part, v made of rows and columns as they were. Let 5 people move
 * out of the part: v stays, T falls by 5c and is still not below 0, so T held at least 5c; for c below 0, let
 * them move in. One person moving changes T by c, so c is whole: T holds 5 or more, or c is 0 and T was safe
 * before. And since rows and columns make a network, whose best bounds are whole sums of such groups, no bound
 * tells that a place with people in it holds fewer than 5.
 */
export function makeWholeRows(
  area: readonly number[],
  counts: readonly number[],
  rows: Partition,
  columns: Partition,
): boolean {
  const undo: (() => void)[] = [];
  for (const part of partsOfRows(area, rows)) {
    const own = rows.cells.length;
    undo.push(splitOff(part, rows));
    const out = peopleWhoCouldMove(counts, rows, columns, own, part.row, "out");
    if (out === 0) continue;
    const into = peopleWhoCouldMove(counts, rows, columns, own, part.row, "in");
    if (out >= SMALLEST_SHOWN_COUNT && into >= SMALLEST_SHOWN_COUNT) continue;
    for (const takeBack of undo.reverse()) takeBack();
    return false;
  }
  return true;
}

type Part = { row: number; cells: number[] };

/** The rows that the area takes some but not all cells of, and which cells these are. */
function partsOfRows(area: readonly number[], rows: Partition): Part[] {
  const parts = new Map<number, Part>();
  for (const cell of area) {
    const row = rows.blockOf[cell] ?? 0;
    const part = parts.get(row) ?? { row, cells: [] };
    part.cells.push(cell);
    parts.set(row, part);
  }
  return [...parts.values()].filter((part) => part.cells.length < (rows.cells[part.row]?.length ?? 0));
}

/** Makes the part a new row, the last; the function it returns takes that back. */
function splitOff(part: Part, rows: Partition): () => void {
  const whole = rows.cells[part.row] ?? [];
  const own = rows.cells.length;
  for (const cell of part.cells) rows.blockOf[cell] = own;
  rows.cells.push(part.cells);
  rows.cells[part.row] = whole.filter((cell) => rows.blockOf[cell] === part.row);
  return () => {
    for (const cell of part.cells) rows.blockOf[cell] = part.row;
    rows.cells.pop();
    rows.cells[part.row] = whole;
  };
}

/**
 * How many people could be counted in row `to` rather than in row `from` ("out"), or the other way round
 * ("in"), with every other row and every column unchanged and no cell below 0; counted up to
 * SMALLEST_SHOWN_COUNT. It is the maximum flow between the two rows: 0 means that no chain of shared columns
 * joins them, so the columns and the other rows alone give the number of each.
 */
function peopleWhoCouldMove(
  counts: readonly number[],
  rows: Partition,
  columns: Partition,
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
  rows: Partition,
  columns: Partition,
  from: number,
  to: number,
  direction: "out" | "in",
  left: (cell: number) => number,
): Path | undefined {
  const stepTo = new Map<number, Step>();
  const seenColumns = new Set<number>();
  const queue = [from];
  const isOut = direction === "out";
  for (const row of queue) {
    for (const near of rows.cells[row] ?? []) {
      const column = columns.blockOf[near] ?? 0;
      if (seenColumns.has(column) || (isOut && left(near) === 0)) continue;
      seenColumns.add(column);
      for (const far of columns.cells[column] ?? []) {
        if (rows.blockOf[far] !== to || (!isOut && left(far) === 0)) continue;
        stepTo.set(to, { row, near, far });
        return tracePath(stepTo, from, to, direction);
      }
      for (const far of columns.cells[column] ?? []) {
        const next = rows.blockOf[far] ?? 0;
        if (next === from || stepTo.has(next) || (!isOut && left(far) === 0)) continue;
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
