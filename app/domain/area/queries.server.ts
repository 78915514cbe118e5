import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** A council, ward, division or constituency; `endsOn` is blank while it exists. */
export type Area = Tables["areas"]["$inferSelect"];

/** Finds an area by its code, ended ones too. */
export async function findArea(read: Reader, gssCode: string): Promise<Area | undefined> {
  const { areas } = read.tables;
  const [area] = await read.select().from(areas).where(eq(areas.gssCode, gssCode));
  return area;
}

/** Finds several areas at once, by code; blank and unknown codes are left out. */
export async function findAreas(read: Reader, gssCodes: readonly string[]): Promise<Map<string, Area>> {
  const { areas } = read.tables;
  const codes = [...new Set(gssCodes)].filter((code) => code !== "");
  if (codes.length === 0) return new Map();
  const rows = await read
    .select()
    .from(areas)
    .where(inArray(areas.gssCode, codes))
    .orderBy(asc(areas.gssCode));
  return new Map(rows.map((area) => [area.gssCode, area]));
}

/** The areas that exist today under a code: itself, or those that came after it, in order of code. */
export async function listCurrentAreas(read: Reader, gssCode: string): Promise<Area[]> {
  const { areas, areaSuccessors } = read.tables;
  const current = new Map<string, Area>();
  const seen = new Set<string>();
  let codes = [gssCode];
  while (codes.length > 0) {
    for (const code of codes) seen.add(code);
    for (const area of (await findAreas(read, codes)).values()) {
      if (area.endsOn === "") current.set(area.gssCode, area);
    }
    const next = await read
      .select({ gssCode: areas.gssCode })
      .from(areaSuccessors)
      .innerJoin(areas, eq(areas.gssCode, areaSuccessors.successorGss))
      .where(inArray(areaSuccessors.gssCode, codes))
      .orderBy(asc(areas.gssCode));
    codes = [...new Set(next.map((row) => row.gssCode))].filter((code) => !seen.has(code));
  }
  return [...current.values()].sort((a, b) => (a.gssCode < b.gssCode ? -1 : 1));
}

/** Finds a council by the slug in its address. */
export function findCouncilBySlug(read: Reader, slug: string): Promise<Area | undefined> {
  return findBySlug(read, "council", slug);
}

/** Finds a constituency by the slug in its address. */
export function findConstituencyBySlug(read: Reader, slug: string): Promise<Area | undefined> {
  return findBySlug(read, "constituency", slug);
}

/** All councils of today, counties among them, by name: 382. */
export function listCouncils(read: Reader): Promise<Area[]> {
  return listLevel(read, "council");
}

/** The councils a person can live under directly, without counties: what a form offers to choose. */
export async function listLowerCouncils(read: Reader): Promise<Area[]> {
  const { areas } = read.tables;
  return read
    .select()
    .from(areas)
    .where(and(eq(areas.level, "council"), eq(areas.endsOn, ""), ne(areas.kind, "county")))
    .orderBy(asc(areas.name), asc(areas.gssCode));
}

/** The councils of today that run education: all but districts. */
export async function listUpperCouncils(read: Reader): Promise<Area[]> {
  return (await listCouncils(read)).filter(({ kind }) => kind !== "district");
}

/** All Westminster constituencies of today, by name: 650. */
export function listConstituencies(read: Reader): Promise<Area[]> {
  return listLevel(read, "constituency");
}

/** The wards of a district or unitary council, by name. */
export function listWards(read: Reader, councilGss: string): Promise<Area[]> {
  return listParts(read, "ward", councilGss);
}

/** The divisions of a county, by name. */
export function listDivisions(read: Reader, countyGss: string): Promise<Area[]> {
  return listParts(read, "division", countyGss);
}

/** The districts of a county, by name. */
export function listDistricts(read: Reader, countyGss: string): Promise<Area[]> {
  return listParts(read, "council", countyGss);
}

async function findBySlug(read: Reader, level: Area["level"], slug: string): Promise<Area | undefined> {
  if (slug === "") return undefined;
  const { areas } = read.tables;
  const [area] = await read
    .select()
    .from(areas)
    .where(and(eq(areas.level, level), eq(areas.slug, slug)))
    .orderBy(asc(areas.endsOn), asc(areas.gssCode))
    .limit(1);
  return area;
}

async function listLevel(read: Reader, level: Area["level"]): Promise<Area[]> {
  const { areas } = read.tables;
  return read
    .select()
    .from(areas)
    .where(and(eq(areas.level, level), eq(areas.endsOn, "")))
    .orderBy(asc(areas.name), asc(areas.gssCode));
}

async function listParts(read: Reader, level: Area["level"], parentGss: string): Promise<Area[]> {
  const { areas } = read.tables;
  return read
    .select()
    .from(areas)
    .where(and(eq(areas.parentGss, parentGss), eq(areas.level, level), eq(areas.endsOn, "")))
    .orderBy(asc(areas.name), asc(areas.gssCode));
}
