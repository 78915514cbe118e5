import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";

/** What one campaign had counted in an area on its last day. */
export interface FrozenTally {
  kind: CampaignKind;
  slug: string;
  title: string;
  level: TallyLevel;
  count: number;
  frozenOn: string;
}

/** Rows of one area's page. */
const LISTED = 500;

/** The numbers that stood on an area's page when it ended, largest first; of campaigns that may be listed. */
export function listFrozenTallies(read: Reader, gssCode: string): Promise<FrozenTally[]> {
  const { frozenTallies, campaigns, campaignTexts } = read.tables;
  return read
    .select({
      kind: campaigns.kind,
      slug: campaigns.slug,
      title: campaignTexts.title,
      level: frozenTallies.level,
      count: frozenTallies.count,
      frozenOn: frozenTallies.frozenOn,
    })
    .from(frozenTallies)
    .innerJoin(campaigns, eq(campaigns.id, frozenTallies.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(and(eq(frozenTallies.gssCode, gssCode), inArray(campaigns.state, [...LISTED_STATES])))
    .orderBy(desc(frozenTallies.count), asc(campaigns.slug), asc(frozenTallies.level))
    .limit(LISTED);
}
