import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { countryName } from "../place/country.ts";

/** One published number and what its area is called. */
export interface PublishedArea {
  level: TallyLevel;
  code: string;
  count: number;
  name: string;
  /** Without "Council" and the like: how people say it. */
  shortName: string;
  slug: string;
  /** The council of a ward, the county of a district or division; else blank. */
  parentGss: string;
}

/** What is published of one campaign: the only way by which area numbers leave the domain. */
export interface Publication {
  publishedAt: number;
  /** The total that the area numbers add up to; the live one may be ahead of it. */
  total: number;
  handInCount: number | null;
  connectedCount: number | null;
  areas: PublishedArea[];
}

/**
 * The published numbers of a campaign at the levels asked for, or of the areas of these that lie directly `within`
 * another, largest first within each level; undefined before the first publication. One statement, so all from one
 * publication. Nothing below five is in it, nor what would give such a number away.
 */
export async function publishedTallies(
  read: Reader,
  campaignId: string,
  levels: readonly TallyLevel[],
  within?: string,
): Promise<Publication | undefined> {
  const { publications, publishedTallies: published, areas } = read.tables;
  const isWanted = and(
    eq(published.campaignId, publications.campaignId),
    inArray(published.level, [...levels]),
    within === undefined ? undefined : inArray(published.code, partsOf(read, within)),
  );
  const { publishedAt, total, handInCount, connectedCount } = publications;
  const { level, code, count } = published;
  const { name, shortName, slug, parentGss } = areas;
  // These columns and no others: a country has thousands of places, and some of the others are not for the public.
  const rows = await read
    .select({
      ...{ publishedAt, total, handInCount, connectedCount },
      ...{ level, code, count, name, shortName, slug, parentGss },
    })
    .from(publications)
    .leftJoin(published, isWanted)
    .leftJoin(areas, eq(areas.gssCode, code))
    .where(eq(publications.campaignId, campaignId))
    .orderBy(asc(level), desc(count), asc(code));
  const [first] = rows;
  if (!first) return undefined;
  return {
    publishedAt: first.publishedAt,
    total: first.total,
    handInCount: first.handInCount,
    connectedCount: first.connectedCount,
    areas: rows.flatMap((row) => named(row)),
  };
}

/** The codes of the areas within an area. */
function partsOf(read: Reader, parentGss: string) {
  const { areas } = read.tables;
  return read.select({ code: areas.gssCode }).from(areas).where(eq(areas.parentGss, parentGss));
}

interface Row {
  level: TallyLevel | null;
  code: string | null;
  count: number | null;
  name: string | null;
  shortName: string | null;
  slug: string | null;
  parentGss: string | null;
}

function named({ level, code, count, name, shortName, slug, parentGss }: Row): PublishedArea[] {
  if (level === null || code === null || count === null) return [];
  const otherwise = name === null ? nameWithoutArea(level, code) : name;
  return [
    {
      ...{ level, code, count, name: otherwise, shortName: shortName ?? otherwise },
      ...{ slug: slug ?? "", parentGss: parentGss ?? "" },
    },
  ];
}

function nameWithoutArea(level: TallyLevel, code: string): string {
  if (level === "country") return code === "GB" ? "United Kingdom" : countryName(code);
  return level === "constituency" ? "Constituency not known" : "Council not known";
}
