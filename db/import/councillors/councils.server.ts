import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../database.ts";
import { readCsv } from "../../reference/read-csv.ts";
import { foldPlace, nearestNames } from "../fold-name.ts";

/** A council of today, with its own wards or, in a county, divisions. */
export interface Council {
  gssCode: string;
  name: string;
  domain: string;
  parts: Part[];
}

/** A ward or division. */
export interface Part {
  gssCode: string;
  name: string;
}

/** Finds councils as files call them. */
export interface Councils {
  /** By GSS code, Democracy Club's letters or name; undefined also where a name could be two of them. */
  find(called: string): Council | undefined;
  /** Names near one that was not found. */
  near(called: string): string[];
}

/** Every council of today, ready to be found. */
export async function listImportCouncils(read: Reader): Promise<Councils> {
  const { areas } = read.tables;
  const rows = await read
    .select({
      gssCode: areas.gssCode,
      level: areas.level,
      name: areas.name,
      shortName: areas.shortName,
      domain: areas.domain,
      parentGss: areas.parentGss,
    })
    .from(areas)
    .where(and(inArray(areas.level, ["council", "ward", "division"]), eq(areas.endsOn, "")))
    .orderBy(areas.gssCode);
  const councils = new Map<string, Council & { shortName: string }>();
  for (const { level, ...row } of rows)
    if (level === "council") councils.set(row.gssCode, { ...row, parts: [] });
  for (const row of rows) if (row.level !== "council") councils.get(row.parentGss)?.parts.push(row);

  const byName = new Map<string, Set<Council>>();
  const call = (name: string, council: Council) =>
    byName.set(name, (byName.get(name) ?? new Set()).add(council));
  for (const council of councils.values())
    for (const name of [council.name, council.shortName]) {
      call(foldPlace(name), council);
      call(bareName(name), council);
    }
  const letters = new Map(
    readCsv("councils.csv", ["council_code", "gss_code"]).map((row) => [
      row("council_code"),
      row("gss_code"),
    ]),
  );
  return {
    find(called) {
      const council = councils.get(called) ?? councils.get(letters.get(called.toUpperCase()) ?? "");
      if (council) return council;
      const [found, ...others] = byName.get(foldPlace(called)) ?? byName.get(bareName(called)) ?? [];
      return others.length === 0 ? found : undefined;
    },
    near: (called) =>
      nearestNames(
        bareName(called),
        [...councils.values()].map((council) => council.shortName),
      ),
  };
}

/** A council's name without what councils call themselves; kept whole where two of them would be the same. */
function bareName(name: string): string {
  return foldPlace(name)
    .replace(/\b(?:council|borough|city|district|county|metropolitan|london|royal|of|the|and|cyngor)\b/g, " ")
    .replace(/ +/g, " ")
    .trim();
}
