import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { AskOutcome } from "#db/tables/campaign.ts";
import type { ListedCampaign } from "./queries.server.ts";
import { totalOf } from "./queries.server.ts";

/** Campaigns as lists show them, in the order of the ids given: a page of them at most. */
export async function readListed(read: Reader, ids: readonly string[]): Promise<ListedCampaign[]> {
  if (ids.length === 0) return [];
  const { campaigns, campaignTexts, tallies, trends } = read.tables;
  const [rows, totals] = await Promise.all([
    read
      .select({ campaign: campaigns, title: campaignTexts.title, weekCount: trends.weekCount })
      .from(campaigns)
      .innerJoin(
        campaignTexts,
        and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
      )
      .leftJoin(trends, eq(trends.campaignId, campaigns.id))
      .where(inArray(campaigns.id, [...ids])),
    read
      .select({ campaignId: tallies.campaignId, total: totalOf(tallies) })
      .from(tallies)
      .where(inArray(tallies.campaignId, [...ids]))
      .groupBy(tallies.campaignId),
  ]);
  const rowOf = new Map(rows.map((row) => [row.campaign.id, row]));
  const counted = new Map(totals.map((row) => [row.campaignId, row.total]));
  return ids.flatMap((id) => {
    const row = rowOf.get(id);
    if (!row) return [];
    const { campaign, title, weekCount } = row;
    return [{ ...campaign, title, signatureCount: counted.get(id) ?? 0, weekCount: weekCount ?? 0 }];
  });
}

/** What became of the asks of some campaigns, in their order, by the campaign's id. */
export async function listAnswers(
  read: Reader,
  listed: readonly { id: string }[],
): Promise<ReadonlyMap<string, AskOutcome[]>> {
  const { asks } = read.tables;
  if (listed.length === 0) return new Map();
  const rows = await read
    .select({ campaignId: asks.campaignId, outcome: asks.outcome })
    .from(asks)
    .where(
      inArray(
        asks.campaignId,
        listed.map(({ id }) => id),
      ),
    )
    .orderBy(asc(asks.campaignId), asc(asks.position));
  const answers = new Map<string, AskOutcome[]>();
  for (const { campaignId, outcome } of rows)
    answers.set(campaignId, [...(answers.get(campaignId) ?? []), outcome]);
  return answers;
}
