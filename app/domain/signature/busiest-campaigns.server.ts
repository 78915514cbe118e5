import { and, desc, eq, gt } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Campaigns shown. */
const SHOWN = 20;

/** A campaign that many sign. */
export interface BusyCampaign {
  number: number;
  title: string;
  weekCount: number;
}

/** The most signed campaigns of this week, at most 20, as last counted: where a batch would show first. */
export async function listBusiest(read: Reader): Promise<BusyCampaign[]> {
  const { trends, campaigns, campaignTexts } = read.tables;
  return read
    .select({ number: campaigns.number, title: campaignTexts.title, weekCount: trends.weekCount })
    .from(trends)
    .innerJoin(campaigns, eq(campaigns.id, trends.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(gt(trends.weekCount, 0))
    .orderBy(desc(trends.weekCount), desc(trends.campaignId))
    .limit(SHOWN);
}
