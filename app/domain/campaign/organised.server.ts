import { and, desc, eq, inArray } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { findOrganiserRole } from "./organisers.server.ts";
import { type Campaign, findCampaign } from "./queries.server.ts";
import { runners } from "./runners.server.ts";

/** A campaign in any state, as those who run it see it. */
export type OrganisedCampaign = Campaign;

/** The campaign of a public number in any state, and what an account may do with it; undefined for no such number. */
export async function findOrganised(
  read: Reader,
  number: number,
  accountId: string,
): Promise<{ campaign: OrganisedCampaign; role?: OrganiserRole } | undefined> {
  const { campaigns } = read.tables;
  const [row] = await read
    .select({ id: campaigns.id, kind: campaigns.kind, slug: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.number, number));
  const campaign = row && (await findCampaign(read, row.kind, row.slug));
  if (!campaign) return undefined;
  return { campaign, role: await findOrganiserRole(read, { campaignId: campaign.id, accountId }) };
}

/** A campaign in the list of those who run it. */
export interface OrganisedLine {
  number: number;
  kind: CampaignKind;
  title: string;
  state: Campaign["state"];
  role: OrganiserRole;
}

/** A page of the campaigns that an account runs, by itself or with its groups, the newest first. */
export async function listOrganised(read: Reader, accountId: string): Promise<OrganisedLine[]> {
  const { campaigns, campaignTexts } = read.tables;
  const run = runners(read);
  const mine = await read
    .select({ campaignId: run.campaignId, role: run.role, number: campaigns.number })
    .from(run)
    .innerJoin(campaigns, eq(campaigns.id, run.campaignId))
    .where(eq(run.accountId, accountId))
    .orderBy(desc(campaigns.number), desc(run.role))
    // Whoever runs it by themselves and with a group stands there twice.
    .limit(2 * PAGE_LENGTH);
  const roles = new Map<string, OrganiserRole>();
  for (const { campaignId, role } of mine) if (!roles.has(campaignId)) roles.set(campaignId, role);
  if (roles.size === 0) return [];
  const rows = await read
    .select({
      id: campaigns.id,
      number: campaigns.number,
      kind: campaigns.kind,
      title: campaignTexts.title,
      state: campaigns.state,
    })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(inArray(campaigns.id, [...roles.keys()]))
    .orderBy(desc(campaigns.number))
    .limit(PAGE_LENGTH);
  return rows.map(({ id, ...line }) => ({ ...line, role: roles.get(id) ?? "editor" }));
}
