import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CountyCounts } from "./basis.ts";

/** What is published of the counties of campaigns, by campaign and county. */
export type Counties = (campaignId: string, countyGss: string) => CountyCounts | undefined;

/** What is published of counties and their divisions, of some campaigns. */
export async function readCounties(read: Reader, campaignIds: readonly string[]): Promise<Counties> {
  if (campaignIds.length === 0) return () => undefined;
  const { publishedTallies, areas } = read.tables;
  const wanted = inArray(publishedTallies.campaignId, [...new Set(campaignIds)]);
  const wholes = await read
    .select({
      campaignId: publishedTallies.campaignId,
      county: publishedTallies.code,
      count: publishedTallies.count,
    })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(and(eq(publishedTallies.level, "upper"), eq(areas.kind, "county"), wanted));
  const parts = await read
    .select({
      campaignId: publishedTallies.campaignId,
      county: areas.parentGss,
      count: sql`sum(${publishedTallies.count})`.mapWith(Number),
    })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(and(eq(publishedTallies.level, "division"), wanted))
    .groupBy(publishedTallies.campaignId, areas.parentGss);
  const inDivisions = new Map(parts.map((row) => [keyOf(row.campaignId, row.county), row.count]));
  const counties = new Map(
    wholes.map((row) => {
      const key = keyOf(row.campaignId, row.county);
      return [key, { count: row.count, inDivisions: inDivisions.get(key) ?? 0 }];
    }),
  );
  return (campaign, county) => counties.get(keyOf(campaign, county));
}

function keyOf(campaignId: string, county: string): string {
  return `${campaignId} ${county}`;
}
