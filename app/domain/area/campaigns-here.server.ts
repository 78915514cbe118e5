import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";

/** Campaigns of one area that a page shows; more than anybody reads. */
const LISTED = 100;

/** A campaign that people of one area have signed, with their published number. */
export interface CampaignHere {
  id: string;
  kind: CampaignKind;
  slug: string;
  state: CampaignState;
  title: string;
  bodyName: string;
  bodyGss: string;
  /** Published: five or more. */
  count: number;
  publishedAt: number;
}

/** The campaigns with a published number for one area at one level, the open ones first, then the largest number. */
export async function listCampaignsHere(
  read: Reader,
  { level, gssCode }: { level: TallyLevel; gssCode: string },
): Promise<CampaignHere[]> {
  const { campaigns, campaignTexts, publications, publishedTallies } = read.tables;
  const rows = await read
    .select({
      id: campaigns.id,
      kind: campaigns.kind,
      slug: campaigns.slug,
      state: campaigns.state,
      title: campaignTexts.title,
      bodyName: campaigns.bodyName,
      bodyGss: campaigns.bodyGss,
      count: publishedTallies.count,
      publishedAt: publications.publishedAt,
    })
    .from(publishedTallies)
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .innerJoin(publications, eq(publications.campaignId, campaigns.id))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(
      and(
        eq(publishedTallies.code, gssCode),
        eq(publishedTallies.level, level),
        inArray(campaigns.state, [...LISTED_STATES]),
      ),
    )
    .orderBy(desc(publishedTallies.count), asc(campaigns.number))
    .limit(LISTED);
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
}

/** Open campaigns that people of one area have signed, and the sum of their published numbers: one area, one tier. */
export interface OpenHere {
  campaignCount: number;
  signatureCount: number;
}

/** Adds up the open ones of an area's campaigns. */
export function sumOpen(campaigns: readonly CampaignHere[]): OpenHere {
  const open = campaigns.filter(isOpen);
  return {
    campaignCount: open.length,
    signatureCount: open.reduce((sum, campaign) => sum + campaign.count, 0),
  };
}

function isOpen({ state }: Pick<CampaignHere, "state">): boolean {
  return state === "open" || state === "paused";
}
