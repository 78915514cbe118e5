import { and, asc, eq, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { type Claim, campaignSubject, findClaims } from "./claims.server.ts";

/** A petition that waits for a moderator. */
export interface InReview {
  number: number;
  title: string;
  bodyName: string;
  organiserName: string;
  since: number;
  /** Who has it in hand. */
  claim?: Claim;
}

/** A page of the campaigns in review, the one that has waited longest first. */
export async function listInReview(
  read: Reader,
  keyring: Keyring,
  page: number,
  now: number,
): Promise<{ campaigns: InReview[]; count: number }> {
  const { campaigns, campaignTexts } = read.tables;
  const isListed = eq(campaigns.state, "in_review");
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(campaigns)
    .where(isListed);
  const rows = await read
    .select({ campaign: campaigns, title: campaignTexts.title })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(isListed)
    .orderBy(asc(campaigns.reviewSince), asc(campaigns.number))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  const subjects = rows.map(({ campaign }) => campaignSubject(campaign.id));
  const claims = await findClaims(read, keyring, subjects, now);
  return {
    count: counted?.count ?? 0,
    campaigns: rows.map(({ campaign, title }) => ({
      number: campaign.number,
      title,
      bodyName: campaign.bodyName,
      organiserName: campaign.organiserName,
      since: campaign.reviewSince ?? campaign.createdAt,
      claim: claims.get(campaignSubject(campaign.id)),
    })),
  };
}
