import { and, desc, eq } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { type Campaign, findCampaign } from "./queries.server.ts";

/** A campaign in any state, as those who run it see it. */
export type OrganisedCampaign = Campaign;

/** The campaign of a public number in any state, and what an account may do with it; undefined for no such number. */
export async function findOrganised(
  read: Reader,
  number: number,
  accountId: string,
): Promise<{ campaign: OrganisedCampaign; role?: OrganiserRole } | undefined> {
  const { campaigns, organisers } = read.tables;
  const [row] = await read
    .select({ kind: campaigns.kind, slug: campaigns.slug, role: organisers.role })
    .from(campaigns)
    .leftJoin(organisers, and(eq(organisers.campaignId, campaigns.id), eq(organisers.accountId, accountId)))
    .where(eq(campaigns.number, number));
  const campaign = row && (await findCampaign(read, row.kind, row.slug));
  return campaign && { campaign, role: row.role ?? undefined };
}

/** A page of the campaigns that an account runs, the newest first. */
export async function listOrganised(
  read: Reader,
  accountId: string,
): Promise<{ number: number; title: string; state: Campaign["state"]; role: OrganiserRole }[]> {
  const { campaigns, campaignTexts, organisers } = read.tables;
  return read
    .select({
      number: campaigns.number,
      title: campaignTexts.title,
      state: campaigns.state,
      role: organisers.role,
    })
    .from(organisers)
    .innerJoin(campaigns, eq(campaigns.id, organisers.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(organisers.accountId, accountId))
    .orderBy(desc(organisers.addedAt), desc(campaigns.number))
    .limit(PAGE_LENGTH);
}
