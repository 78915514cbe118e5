import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";

/** A version of a letter that people have signed. */
export interface VersionCount {
  version: number;
  count: number;
}

/**
 * How many have signed each version of a letter, the first version first; those that nobody signs any more are left
 * out. None for a petition.
 */
export async function listVersionCounts(
  read: Reader,
  { id, kind }: { id: string; kind: CampaignKind },
): Promise<VersionCount[]> {
  if (kind !== "letter") return [];
  const { versionCounts } = read.tables;
  const rows = await read
    .select({ version: versionCounts.version, count: sql`sum(${versionCounts.count})`.mapWith(Number) })
    .from(versionCounts)
    .where(eq(versionCounts.campaignId, id))
    .groupBy(versionCounts.version)
    .orderBy(asc(versionCounts.version));
  return rows.filter(({ count }) => count !== 0);
}

/** How many have signed one version of a letter. */
export async function countVersion(
  read: Reader,
  { campaignId, version }: { campaignId: string; version: number },
): Promise<number> {
  const { versionCounts } = read.tables;
  const [row] = await read
    .select({ count: sql`coalesce(sum(${versionCounts.count}), 0)`.mapWith(Number) })
    .from(versionCounts)
    .where(and(eq(versionCounts.campaignId, campaignId), eq(versionCounts.version, version)));
  return row?.count ?? 0;
}
