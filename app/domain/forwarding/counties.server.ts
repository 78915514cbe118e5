import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CountyCounts } from "./basis.ts";
import { TELLING_STATES } from "./forwarding.ts";

/** What is published of the counties of campaigns, by campaign and county. */
export type Counties = (campaignId: string, countyGss: string) => CountyCounts | undefined;

/** What is published of counties and their divisions: of one campaign, or of all that may be told. */
export async function readCounties(read: Reader, campaignId?: string): Promise<Counties> {
  const { publishedTallies, areas } = read.tables;
  const wanted = campaignsWanted(read, campaignId);
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

function campaignsWanted(read: Reader, campaignId: string | undefined): SQL {
  const { publishedTallies, campaigns } = read.tables;
  if (campaignId !== undefined) return eq(publishedTallies.campaignId, campaignId);
  return inArray(
    publishedTallies.campaignId,
    read
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(inArray(campaigns.state, [...TELLING_STATES])),
  );
}

function keyOf(campaignId: string, county: string): string {
  return `${campaignId} ${county}`;
}
