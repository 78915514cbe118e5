import { and, type Column, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { type Basis, basisFor } from "./basis.ts";
import { readCounties } from "./counties.server.ts";

/** What a count may be said of in the divisions of counties, campaign by campaign. */
export type CountyBases = readonly { campaignId: string; county: string; basis: Basis }[];

const keep = keepByPublication<CountyBases>();

/** The same of one campaign, as of its last publication. */
export async function readBasesOf(read: Reader, id: string): Promise<CountyBases> {
  const found = await keep(read, { campaignId: id }, () =>
    readCountyBases(read, (campaignId) => eq(campaignId, id)),
  );
  return found ?? [];
}

/** Reads how well the divisions of counties are known, of the campaigns that are asked for; of these counties, or all. */
export async function readCountyBases(
  read: Reader,
  isOf: (campaignId: Column) => SQL | undefined,
  counties?: readonly string[],
): Promise<CountyBases> {
  const { publishedTallies, areas } = read.tables;
  if (counties?.length === 0) return [];
  const rows = await read
    .select({ campaignId: publishedTallies.campaignId, county: publishedTallies.code })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(
      and(
        isOf(publishedTallies.campaignId),
        eq(publishedTallies.level, "upper"),
        eq(areas.kind, "county"),
        counties && inArray(publishedTallies.code, [...counties]),
      ),
    );
  const countsOf = await readCounties(
    read,
    rows.map(({ campaignId }) => campaignId),
  );
  return rows.map((row) => ({ ...row, basis: basisFor("division", countsOf(row.campaignId, row.county)) }));
}
