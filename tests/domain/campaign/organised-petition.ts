import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import type { Tables } from "#db/schema.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";

type Campaign = Tables["campaigns"]["$inferSelect"];

/** A petition with its owner, and the token of its support link. */
export interface OrganisedPetition {
  petition: Campaign;
  ownerId: string;
  supportToken: string;
}

/** A petition that somebody has started: in gathering, unless told otherwise. */
export async function organisedPetition(
  site: TestSite,
  changes: Parameters<typeof openPetition>[1] = {},
  now: number = NOW,
): Promise<OrganisedPetition> {
  const petition = await openPetition(site, { state: "gathering", openedAt: null, ...changes }, now);
  const ownerId = await site.db.transaction("organise", async (tx) => {
    const accountId = await ensureAccount(tx, site, `owner-${petition.number}@example.org`, now);
    await tx
      .insert(tx.tables.organisers)
      .values({ campaignId: petition.id, accountId, role: "owner", addedAt: now });
    await makeLinks(tx, site.keyring, petition.id, ["support"]);
    return accountId;
  });
  return { petition, ownerId, supportToken: site.keyring.token("support", petition.id, 1) };
}

/** So many people support it, one after another. */
export async function supporters(site: TestSite, campaign: { id: string }, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await confirmedSignature(site, campaign);
}
