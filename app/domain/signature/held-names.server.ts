import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Names shown. */
const SHOWN = 100;

/** A name that waits, as it would stand on a campaign's page; more than one person may have it. */
export interface HeldName {
  number: number;
  title: string;
  name: string;
  count: number;
}

/** Names equal to a sitting representative's that signatories wish to show, at most 100, campaign by campaign. */
export async function listHeldNames(read: Reader): Promise<HeldName[]> {
  const { publicNames, campaigns, campaignTexts } = read.tables;
  return read
    .select({
      number: campaigns.number,
      title: campaignTexts.title,
      name: publicNames.name,
      count: sql`count(*)`.mapWith(Number),
    })
    .from(publicNames)
    .innerJoin(campaigns, eq(campaigns.id, publicNames.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(sql`${publicNames.isHeld}`)
    .groupBy(campaigns.number, campaignTexts.title, publicNames.name)
    .orderBy(asc(campaigns.number), asc(publicNames.name))
    .limit(SHOWN);
}
