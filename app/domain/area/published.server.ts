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
 * The published numbers of a campaign at the levels asked for, largest first within each; undefined before the
 * first publication. Nothing below five is in it, nor what would give such a number away.
 */
export async function publishedTallies(
  read: Reader,
  campaignId: string,
  levels: readonly TallyLevel[],
): Promise<Publication | undefined> {
  const { publications, publishedTallies: published, areas } = read.tables;
  const [publication] = await read.select().from(publications).where(eq(publications.campaignId, campaignId));
  if (!publication) return undefined;
  const rows = await read
    .select({
      level: published.level,
      code: published.code,
      count: published.count,
      name: areas.name,
      shortName: areas.shortName,
      slug: areas.slug,
      parentGss: areas.parentGss,
    })
    .from(published)
    .leftJoin(areas, eq(areas.gssCode, published.code))
    .where(and(eq(published.campaignId, campaignId), inArray(published.level, [...levels])))
    .orderBy(asc(published.level), desc(published.count), asc(published.code));
  return {
    ...publication,
    areas: rows.map((row) => ({
      ...row,
      name: row.name ?? nameWithoutArea(row.level, row.code),
      shortName: row.shortName ?? nameWithoutArea(row.level, row.code),
      slug: row.slug ?? "",
      parentGss: row.parentGss ?? "",
    })),
  };
}

function nameWithoutArea(level: TallyLevel, code: string): string {
  if (level === "country") return code === "GB" ? "United Kingdom" : countryName(code);
  return level === "constituency" ? "Constituency not known" : "Council not known";
}
