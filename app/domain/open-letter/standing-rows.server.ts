import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { organisationKey } from "./organisation-key.ts";
import { type Claim, isClaim, standingPlace } from "./standing.ts";

/** A row of standings. */
export type StandingRow = Tables["standings"]["$inferSelect"];

/** Nothing of a standing in clear. */
export const NOT_SHOWN = { role: "", organisation: "" } as const;

/** What an organisation is found by while it does not stand in clear. */
export function hiddenKey(keyring: Keyring, organisation: string): string {
  return organisation === "" ? "" : `#${keyring.hash("organisation", organisationKey(organisation))}`;
}

/**
 * Takes down as what somebody signs, in place of what was there before: `unconfirmed`, whoever had vouched for the
 * earlier claim. Leaves no row where nothing is claimed.
 */
export async function replaceStanding(
  tx: Tx,
  keyring: Keyring,
  { id, campaignId, claim }: { id: string; campaignId: string; claim: Claim },
  now: number,
): Promise<void> {
  const { standings } = tx.tables;
  await tx.delete(standings).where(eq(standings.signatureId, id));
  if (!isClaim(claim)) return;
  await tx.insert(standings).values({
    ...{ signatureId: id, publicId: newPublicId(), campaignId, isForOrganisation: claim.onBehalf },
    authority: keyring.seal(standingPlace(id, "authority"), claim.authority),
    ...{ state: "unconfirmed", how: "", checkedWords: "", checkedBy: "", checkedAt: null },
    ...NOT_SHOWN,
    organisationKey: hiddenKey(keyring, claim.organisation),
    createdAt: now,
  });
}

/** Forgets the standings of signatures that are gone, taken off or blank; organisations leave the page with them. */
export async function dropStandings(tx: Tx, ids: readonly string[]): Promise<void> {
  const { standings } = tx.tables;
  if (ids.length > 0) await tx.delete(standings).where(inArray(standings.signatureId, [...ids]));
}

/**
 * Forgets what standings say of people, when the details of their signatures go: an organisation that signed stays
 * under the letter, and nobody can tell any more through whom.
 */
export async function blankStandings(tx: Tx, ids: readonly string[]): Promise<void> {
  const { standings } = tx.tables;
  if (ids.length === 0) return;
  const isTheirs = inArray(standings.signatureId, [...ids]);
  const stays = and(eq(standings.isForOrganisation, true), eq(standings.state, "vouched"));
  const kept = await tx
    .update(standings)
    .set({ authority: "", checkedWords: "" })
    .where(and(isTheirs, stays))
    .returning({ id: standings.signatureId });
  const keptIds = new Set(kept.map(({ id }) => id));
  await dropStandings(
    tx,
    ids.filter((id) => !keptIds.has(id)),
  );
}

/** Takes what was vouched for off the page while the signatures are out of the count; it comes back with them. */
export async function setStandingsAside(tx: Tx, keyring: Keyring, ids: readonly string[]): Promise<void> {
  const { standings } = tx.tables;
  if (ids.length === 0) return;
  const aside = await tx
    .update(standings)
    .set({ state: "set_aside" })
    .where(and(inArray(standings.signatureId, [...ids]), eq(standings.state, "vouched")))
    .returning({ id: standings.signatureId, organisation: standings.organisation });
  for (const { id, organisation } of aside)
    if (organisation !== "")
      await tx
        .update(standings)
        .set({ ...NOT_SHOWN, organisationKey: hiddenKey(keyring, organisation) })
        .where(eq(standings.signatureId, id));
}
