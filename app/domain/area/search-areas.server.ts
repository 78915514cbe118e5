import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import { foldWords, matchesWords } from "./fold-words.ts";

/** An area that a search has found. */
export interface FoundArea {
  gssCode: string;
  level: AreaLevel;
  kind: string;
  name: string;
  /** The council of a ward, the county of a division or a district; blank without. */
  parentName: string;
  parentGss: string;
  endsOn: string;
}

/** The areas whose names, with their council's, have all the words, or whose code is given; by name, their own names first. */
export async function searchAreas(
  read: Reader,
  { q, levels, isCurrent }: { q: string; levels: readonly AreaLevel[]; isCurrent: boolean },
): Promise<FoundArea[]> {
  const { areas } = read.tables;
  const columns = {
    gssCode: areas.gssCode,
    level: areas.level,
    kind: areas.kind,
    name: areas.name,
    shortName: areas.shortName,
    parentGss: areas.parentGss,
    endsOn: areas.endsOn,
  };
  const rows = await read
    .select(columns)
    .from(areas)
    .where(inArray(areas.level, [...levels]))
    .orderBy(asc(areas.name), asc(areas.gssCode));
  const councils = await read
    .select({ gssCode: areas.gssCode, name: areas.name })
    .from(areas)
    .where(eq(areas.level, "council"));
  const names = new Map(councils.map((council) => [council.gssCode, council.name]));
  const code = q.trim().toUpperCase();
  const found = rows
    .filter((row) => !isCurrent || row.endsOn === "")
    .map(({ shortName, ...row }) => ({ ...row, shortName, parentName: names.get(row.parentGss) ?? "" }))
    .filter((row) => row.gssCode === code || matchesWords(q, [row.name, row.shortName, row.parentName]));
  const own = found.filter((row) => matchesWords(q, [row.name, row.shortName]));
  const others = found.filter((row) => !matchesWords(q, [row.name, row.shortName]));
  return [...own, ...others].map(({ shortName: _, ...row }) => row);
}

/** Finds the one area that is meant: by its code, its name and council, or its very name; else those it may be. */
export async function resolveArea(
  read: Reader,
  { q, levels }: { q: string; levels: readonly AreaLevel[] },
): Promise<{ one: FoundArea } | { several: FoundArea[] }> {
  const found = await searchAreas(read, { q, levels, isCurrent: true });
  const [first] = found;
  if (first && found.length === 1) return { one: first };
  const byName = found.filter(
    ({ name, gssCode }) => gssCode === q.trim() || foldWords(name) === foldWords(q),
  );
  const [named] = byName;
  if (named && byName.length === 1) return { one: named };
  return { several: byName.length > 0 ? byName : found };
}
