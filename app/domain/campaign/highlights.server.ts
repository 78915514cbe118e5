import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { ListedCampaign } from "./queries.server.ts";

/** What a home page says of all open campaigns of a kind together: live totals, and how many there are. */
export async function countOpen(
  read: Reader,
  kind: CampaignKind,
): Promise<{ campaignCount: number; signatureCount: number }> {
  const { campaigns, tallies } = read.tables;
  const isOpen = and(eq(campaigns.kind, kind), eq(campaigns.state, "open"));
  const [open] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(campaigns)
    .where(isOpen);
  const [signed] = await read
    .select({ total: sql`coalesce(sum(${tallies.count}), 0)`.mapWith(Number) })
    .from(tallies)
    .innerJoin(campaigns, eq(campaigns.id, tallies.campaignId))
    .where(isOpen);
  return { campaignCount: open?.count ?? 0, signatureCount: signed?.total ?? 0 };
}

/** Open campaigns of a kind with the most signatures, most first. */
export async function listMostSigned(
  read: Reader,
  kind: CampaignKind,
  limit: number,
): Promise<ListedCampaign[]> {
  const { campaigns, campaignTexts, tallies } = read.tables;
  const total = sql`(select coalesce(sum(${tallies.count}), 0) from ${tallies} where ${tallies.campaignId} = ${campaigns.id})`;
  const rows = await read
    .select({ campaign: campaigns, title: campaignTexts.title, signatureCount: total.mapWith(Number) })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(and(eq(campaigns.kind, kind), eq(campaigns.state, "open")))
    .orderBy(desc(total), desc(campaigns.number))
    .limit(limit);
  return rows.map(({ campaign, title, signatureCount }) => ({ ...campaign, title, signatureCount }));
}
