import { eq } from "drizzle-orm";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { indexCampaign } from "#app/domain/campaign/index-campaign.server.ts";
import { moveCampaign } from "#app/domain/campaign/move-campaign.server.ts";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Tx } from "../database.ts";
import type { UnpublishedPetition } from "./unpublished.ts";

/** Whom a newcomer can sign in as: their mails are in the mailbox of the demonstration. */
export const DEMONSTRATION_PEOPLE = {
  organiser: "organiser@example.org",
  moderator: "moderator@example.org",
  admin: "admin@example.org",
} as const;

/** A petition of the demonstration that is in the database. */
export interface Seeded {
  campaignId: string;
  /** Undefined for those that are public. */
  unpublished?: UnpublishedPetition;
}

/**
 * Gives the demonstration its organiser, who runs all of its petitions, a moderator and an admin, and takes those
 * petitions that are not public to where they are, with their history. For the last unit of the seeding. Returns who
 * they are.
 */
export async function seedPeople(
  tx: Tx,
  site: Pick<Site, "keyring">,
  seeded: readonly Seeded[],
  now: number,
): Promise<{ organiserId: string; moderatorId: string }> {
  const { roles, organisers } = tx.tables;
  const { organiser, moderator, admin } = DEMONSTRATION_PEOPLE;
  const [organiserId, moderatorId, adminId] = [
    await ensureAccount(tx, site, organiser, now),
    await ensureAccount(tx, site, moderator, now),
    await ensureAccount(tx, site, admin, now),
  ];
  await tx
    .insert(roles)
    .values([
      { accountId: moderatorId, role: "moderator", grantedAt: now },
      { accountId: adminId, role: "admin", grantedAt: now },
    ])
    .onConflictDoNothing();
  for (const [index, { campaignId, unpublished }] of seeded.entries()) {
    const addedAt = now - (seeded.length - index) * HOUR;
    await tx.insert(organisers).values({ campaignId, accountId: organiserId, role: "owner", addedAt });
    if (unpublished) await lead(tx, site, { campaignId, unpublished, organiserId, moderatorId }, now);
  }
  return { organiserId, moderatorId };
}

async function lead(
  tx: Tx,
  site: Pick<Site, "keyring">,
  {
    campaignId,
    unpublished: { state, reason, note },
    organiserId,
    moderatorId,
  }: { campaignId: string; unpublished: UnpublishedPetition; organiserId: string; moderatorId: string },
  now: number,
): Promise<void> {
  const ways: { from: CampaignState; to: CampaignState; at: number }[] = [
    { from: "draft", to: "gathering", at: now - 6 * DAY },
    { from: "gathering", to: "in_review", at: now - (state === "in_review" ? 5 : 30) * HOUR },
    { from: "in_review", to: "rejected", at: now - 20 * HOUR },
  ];
  await makeLinks(tx, site.keyring, campaignId, ["support"]);
  for (const { from, to, at } of ways) {
    const isDecision = to === "rejected";
    await moveCampaign(
      tx,
      site,
      {
        ...{ campaignId, from, to },
        ...(isDecision
          ? ({ mover: "moderator", accountId: moderatorId, reason, note } as const)
          : ({ mover: "organiser", accountId: organiserId } as const)),
      },
      at,
    );
    if (to === state) break;
  }
  const { campaigns } = tx.tables;
  await tx.update(campaigns).set({ openedAt: null }).where(eq(campaigns.id, campaignId));
  await indexCampaign(tx, campaignId);
}
