import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findOrganisedUpdate, type OrganisedUpdate } from "../update/organised-updates.server.ts";

/** An update and the campaign that it is of. */
export interface ModeratedUpdate extends OrganisedUpdate {
  campaign: { kind: CampaignKind; number: number; slug: string; title: string; organiserName: string };
}

/** One of them by its public name, for a moderator's eyes; undefined for none, and for what is only drafted. */
export async function readUpdate(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<{ campaignId: string; update: ModeratedUpdate } | undefined> {
  const { updates, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({ campaign: campaigns, title: campaignTexts.title })
    .from(updates)
    .innerJoin(campaigns, eq(campaigns.id, updates.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(updates.publicId, publicId));
  if (!row) return undefined;
  const { id: campaignId, kind, number, slug, organiserName } = row.campaign;
  const update = await findOrganisedUpdate(read, keyring, { campaignId, publicId });
  if (!update || update.state === "draft") return undefined;
  return {
    campaignId,
    update: { ...update, campaign: { kind, number, slug, organiserName, title: row.title } },
  };
}
