import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { sealStanding } from "../signature/person.server.ts";
import { type Claim, isSameClaim, NO_CLAIM } from "./standing.ts";
import { replaceStanding } from "./standing-rows.server.ts";
import { findStanding, openClaim } from "./take-up-standing.server.ts";

type SignatureRow = Tables["signatures"]["$inferSelect"];

/**
 * The same person was typed once more while the first waits, perhaps by somebody else: as what they sign stands only
 * where both typed it alike, else nothing is claimed. The row must be held by the caller's own change of it.
 */
export async function joinClaims(
  tx: Tx,
  keyring: Keyring,
  signature: SignatureRow,
  claim: Claim,
  now: number,
): Promise<void> {
  const before = openClaim(keyring, signature, await findStanding(tx, signature));
  if (isSameClaim(before, claim)) return;
  const { id, campaignId } = signature;
  await tx
    .update(tx.tables.signatures)
    .set(sealStanding(keyring, id, NO_CLAIM))
    .where(eq(tx.tables.signatures.id, id));
  await replaceStanding(tx, keyring, { id, campaignId, claim: NO_CLAIM }, now);
}
