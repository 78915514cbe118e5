import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { countryName } from "../place/country.ts";
import type { Area } from "./queries.server.ts";

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
 * The published numbers of a campaign at the levels asked for, largest first within each; undefined before the
 * first publication. One statement, so all from one publication. Nothing below five is in it, nor what would give such a number away.
 */
export async function publishedTallies(
  read: Reader,
  campaignId: string,
  levels: readonly TallyLevel[],
): Promise<Publication | undefined> {
  const { publications, publishedTallies: published, areas } = read.tables;
  const isWanted = and(
    eq(published.campaignId, publications.campaignId),
    inArray(published.level, [...levels]),
  );
  const rows = await read
    .select({ publication: publications, published, area: areas })
    .from(publications)
    .leftJoin(published, isWanted)
    .leftJoin(areas, eq(areas.gssCode, published.code))
    .where(eq(publications.campaignId, campaignId))
    .orderBy(asc(published.level), desc(published.count), asc(published.code));
  const [first] = rows;
  if (!first) return undefined;
  return {
    ...first.publication,
    areas: rows.flatMap((row) => (row.published ? [named(row.published, row.area)] : [])),
  };
}

function named(
  { level, code, count }: { level: TallyLevel; code: string; count: number },
  area: Area | null,
): PublishedArea {
  const otherwise = nameWithoutArea(level, code);
  return {
    level,
    code,
    count,
    name: area?.name ?? otherwise,
    shortName: area?.shortName ?? otherwise,
    slug: area?.slug ?? "",
    parentGss: area?.parentGss ?? "",
  };
}

function nameWithoutArea(level: TallyLevel, code: string): string {
  if (level === "country") return code === "GB" ? "United Kingdom" : countryName(code);
  return level === "constituency" ? "Constituency not known" : "Council not known";
}
