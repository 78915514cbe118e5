import type { CellTally, Level, PublishedTallies } from "#app/domain/area/publish-tallies.ts";
import type { Cell } from "#app/domain/place/cell.ts";

/** A group of cells, by their place in the list of the geography. */
export type Group = ReadonlySet<number>;

type NamedGroup = { name: string; level: Level; code: string; cells: Group };

/** Every area that the geography knows, whether it is shown or not; written apart from the code under test. */
export function areasOf(tallies: readonly CellTally[]): NamedGroup[] {
  const groups = new Map<string, { level: Level; code: string; cells: Set<number> }>();
  for (const [index, { cell }] of tallies.entries()) {
    for (const [level, code] of codesOf(cell)) {
      const name = `${level} ${code}`;
      const group = groups.get(name) ?? { level, code, cells: new Set() };
      group.cells.add(index);
      groups.set(name, group);
    }
  }
  return [...groups].map(([name, group]) => ({ name, ...group }));
}

function codesOf(cell: Cell): [Level, string][] {
  if (!cell.country.startsWith("GB")) return [["country", cell.country]];
  const upper = cell.county === "" ? cell.council : cell.county;
  const codes: [Level, string][] = [
    ["country", "GB"],
    ["upper", upper === "" ? "unplaced" : upper],
    ["lower", cell.council === "" ? "unplaced" : cell.council],
    ["constituency", cell.constituency === "" ? "unplaced" : cell.constituency],
    ["ward", cell.ward],
    ["division", cell.division],
  ];
  return codes.filter(([, code]) => code !== "");
}

/** The groups of cells whose numbers the publication states: the total and every row. */
export function publishedGroups(tallies: readonly CellTally[], published: PublishedTallies): Group[] {
  const areas = new Map(areasOf(tallies).map((area) => [area.name, area.cells]));
  const everything = new Set(tallies.keys());
  return [
    everything,
    ...published.rows.map((row) => areas.get(`${row.level} ${row.code}`) ?? new Set<number>()),
  ];
}

/**
 * What an attacker would like to know the number of: each cell, each area, each pair of areas in common, each
 * area or shown group without another, and each shown whole without everything shown inside it.
 */
export function targetsOf(tallies: readonly CellTally[], published: PublishedTallies): Group[] {
  const shown = publishedGroups(tallies, published);
  const areas = areasOf(tallies).map((area) => area.cells);
  const targets: Group[] = [...tallies.keys()].map((cell) => new Set([cell]));
  for (const area of [...areas, ...shown]) {
    targets.push(area);
    for (const other of areas) targets.push(intersection(area, other), difference(area, other));
  }
  for (const whole of shown) {
    const parts = shown.filter((part) => part.size < whole.size && difference(part, whole).size === 0);
    targets.push(parts.reduce<Group>(difference, whole));
    targets.push(...pairsOf(parts).map(([one, other]) => difference(difference(whole, one), other)));
  }
  return distinct(targets.filter((target) => target.size > 0));
}

/** The number of people in a group. */
export function countIn(group: Group, counts: readonly number[]): number {
  return [...group].reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
}

/** Whether a number is one that nobody may learn. */
export function isSmall(count: number): boolean {
  return count >= 1 && count <= 4;
}

/**
 * Answers whether the number of a group follows from the numbers of the published groups by adding and
 * subtracting multiples of them: exact, since a prime as large as this stands in for the rationals.
 */
export function algebra(published: readonly Group[], cellCount: number): (target: Group) => boolean {
  const basis: { pivot: number; vector: number[] }[] = [];
  const reduce = (group: Group): number[] => {
    const vector: number[] = Array.from({ length: cellCount }, (_, cell) => (group.has(cell) ? 1 : 0));
    for (const { pivot, vector: row } of basis) {
      const factor = vector[pivot] ?? 0;
      if (factor === 0) continue;
      for (const [cell, value] of row.entries()) {
        vector[cell] = ((((vector[cell] ?? 0) - factor * value) % PRIME) + PRIME) % PRIME;
      }
    }
    return vector;
  };
  for (const group of published) {
    const vector = reduce(group);
    const pivot = vector.findIndex((value) => value !== 0);
    if (pivot === -1) continue;
    const inverse = power(vector[pivot] ?? 1, PRIME - 2);
    basis.push({ pivot, vector: vector.map((value) => (value * inverse) % PRIME) });
  }
  return (target) => reduce(target).every((value) => value === 0);
}

/** Every way to spread people over the cells, none below 0, that agrees with all published numbers. */
export function worldsLike(
  counts: readonly number[],
  published: readonly Group[],
  limit: number,
): number[][] {
  const worlds: number[][] = [];
  const world = counts.map(() => 0);
  const left = published.map((group) => countIn(group, counts));
  const groupsOfCell = counts.map((_, cell) => [...published.keys()].filter((g) => published[g]?.has(cell)));
  const lastCell = published.map((group) => Math.max(-1, ...group));
  const fill = (cell: number): void => {
    if (worlds.length >= limit) return;
    if (cell === counts.length) {
      worlds.push([...world]);
      return;
    }
    const groups = groupsOfCell[cell] ?? [];
    const most = Math.min(...groups.map((group) => left[group] ?? 0));
    const forced = groups.filter((group) => lastCell[group] === cell).map((group) => left[group] ?? 0);
    for (let people = Math.max(0, ...forced); people <= most; people += 1) {
      if (forced.some((value) => value !== people)) break;
      world[cell] = people;
      for (const group of groups) left[group] = (left[group] ?? 0) - people;
      fill(cell + 1);
      for (const group of groups) left[group] = (left[group] ?? 0) + people;
    }
  };
  fill(0);
  return worlds;
}

const PRIME = 67_108_859;

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

function intersection(one: Group, other: Group): Group {
  return new Set([...one].filter((cell) => other.has(cell)));
}

function difference(one: Group, other: Group): Group {
  return new Set([...one].filter((cell) => !other.has(cell)));
}

function pairsOf(groups: readonly Group[]): [Group, Group][] {
  return groups.flatMap((one, index) => groups.slice(index + 1).map((other): [Group, Group] => [one, other]));
}

function distinct(groups: readonly Group[]): Group[] {
  return [...new Map(groups.map((group) => [[...group].sort((a, b) => a - b).join(), group])).values()];
}
