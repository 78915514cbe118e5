import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type Area, listDistricts } from "./queries.server.ts";

/** An area that shares ground with another. */
export interface Overlap {
  area: Area;
  /** Postcodes in both; null where they have not been counted. */
  postcodeCount: number | null;
}

/** A constituency and how much of a council lies in it. */
export interface ConstituencyOf {
  constituency: Area;
  /** Share of the council's postcodes, 0 to 1; undefined where they have not been counted. */
  share?: number;
  /** Share of the constituency's postcodes that lies in the council. */
  shareOfConstituency?: number;
}

/** The areas of a level of today that share ground with any of these, by name. */
export async function listOverlapping(
  read: Reader,
  gssCodes: readonly string[],
  level: Area["level"],
): Promise<Area[]> {
  const found = new Map<string, Area>();
  for (const { area } of await readOverlaps(read, gssCodes, level)) found.set(area.gssCode, area);
  return [...found.values()];
}

/** The constituencies that a council's area lies in, the largest share first; a county's is that of its districts. */
export async function listConstituenciesOf(read: Reader, council: Area): Promise<ConstituencyOf[]> {
  const districts = council.kind === "county" ? await listDistricts(read, council.gssCode) : [council];
  const codes = districts.map((district) => district.gssCode);
  const overlaps = await readOverlaps(read, codes, "constituency");
  const isCounted = overlaps.every(({ postcodeCount }) => postcodeCount !== null);
  const total = overlaps.reduce((sum, { postcodeCount }) => sum + (postcodeCount ?? 0), 0);
  const byCode = new Map<string, { constituency: Area; count: number }>();
  for (const { area, postcodeCount } of overlaps) {
    const before = byCode.get(area.gssCode)?.count ?? 0;
    byCode.set(area.gssCode, { constituency: area, count: before + (postcodeCount ?? 0) });
  }
  const wholes = await countPostcodes(read, [...byCode.keys()]);
  return [...byCode.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ constituency, count }) => {
      const whole = wholes.get(constituency.gssCode) ?? 0;
      if (!isCounted || total === 0 || whole === 0) return { constituency };
      return { constituency, share: count / total, shareOfConstituency: count / whole };
    });
}

/** The postcodes of each constituency, over all councils that it reaches into. */
async function countPostcodes(read: Reader, constituencies: readonly string[]): Promise<Map<string, number>> {
  if (constituencies.length === 0) return new Map();
  const { areaOverlaps } = read.tables;
  const rows = await read
    .select({
      gssCode: areaOverlaps.otherGss,
      count: sql`coalesce(sum(${areaOverlaps.postcodeCount}), 0)`.mapWith(Number),
    })
    .from(areaOverlaps)
    .where(inArray(areaOverlaps.otherGss, [...constituencies]))
    .groupBy(areaOverlaps.otherGss);
  return new Map(rows.map((row) => [row.gssCode, row.count]));
}

async function readOverlaps(
  read: Reader,
  gssCodes: readonly string[],
  level: Area["level"],
): Promise<Overlap[]> {
  const codes = [...new Set(gssCodes)].filter((code) => code !== "");
  if (codes.length === 0) return [];
  const { areas, areaOverlaps } = read.tables;
  const isWanted = and(eq(areas.level, level), eq(areas.endsOn, ""));
  const columns = { area: areas, postcodeCount: areaOverlaps.postcodeCount };
  const order = [asc(areas.name), asc(areas.gssCode)];
  const above = await read
    .select(columns)
    .from(areaOverlaps)
    .innerJoin(areas, eq(areas.gssCode, areaOverlaps.otherGss))
    .where(and(inArray(areaOverlaps.gssCode, codes), isWanted))
    .orderBy(...order);
  if (above.length > 0) return above;
  return read
    .select(columns)
    .from(areaOverlaps)
    .innerJoin(areas, eq(areas.gssCode, areaOverlaps.gssCode))
    .where(and(inArray(areaOverlaps.otherGss, codes), isWanted))
    .orderBy(...order);
}
