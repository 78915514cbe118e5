import { eq } from "drizzle-orm";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { moveCampaign } from "#app/domain/campaign/move-campaign.server.ts";
import { decideCampaign } from "#app/domain/moderation/decide-campaign.server.ts";
import type { Decision } from "#app/domain/moderation/decision.ts";
import type { Site } from "#app/domain/site.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import type { Role } from "#db/tables/account.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { NOW, openPetition } from "#tests/factories.ts";

let peopleMet = 0;

/** A new account, with a role on the site or without. */
export async function person(site: Site, role?: Role): Promise<string> {
  peopleMet += 1;
  const email = `person-${peopleMet}@example.org`;
  if (role) await grantRole(site, { email, role }, NOW);
  return site.db.transaction("person", (tx) => ensureAccount(tx, site, email, NOW));
}

/** Lets an account run a campaign. */
export async function organise(
  site: Site,
  campaignId: string,
  accountId: string,
  role: OrganiserRole = "owner",
): Promise<void> {
  await site.db.transaction("organise", async (tx) => {
    await tx.insert(tx.tables.organisers).values({ campaignId, accountId, role, addedAt: NOW });
  });
}

/** A petition that its owner has sent for review, and who everybody is. */
export async function reviewScene(site: Site, changes: Parameters<typeof openPetition>[1] = {}) {
  const campaign = await openPetition(site, { state: "gathering", openedAt: null, ...changes });
  const owner = await person(site);
  await organise(site, campaign.id, owner);
  await submit(site, campaign.id, owner, "gathering");
  const decide = (moderatorId: string, decision: Decision, others: Partial<Decided> = {}, now = NOW) =>
    decideCampaign(
      site,
      { number: campaign.number, moderatorId, isAdmin: false, textVersion: 1, decision, ...others },
      now,
    );
  return {
    ...{ campaign, owner, decide },
    moderator: await person(site, "moderator"),
    other: await person(site, "moderator"),
    submitAgain: () => submit(site, campaign.id, owner, "changes_requested"),
    row: async () => {
      const { campaigns } = site.db.tables;
      const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaign.id));
      if (!row) throw new Error("the petition is gone");
      return row;
    },
  };
}

interface Decided {
  isAdmin: boolean;
  textVersion: number;
}

async function submit(
  site: Site,
  campaignId: string,
  accountId: string,
  from: "gathering" | "changes_requested",
): Promise<void> {
  const move = { campaignId, from, to: "in_review", mover: "organiser", accountId } as const;
  const moved = await site.db.transaction("submit", (tx) => moveCampaign(tx, site, move, NOW - HOUR));
  if (moved === undefined) throw new Error("it could not be submitted");
}
