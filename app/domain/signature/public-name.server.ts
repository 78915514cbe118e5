import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { organisationKey } from "../open-letter/organisation-key.ts";
import { findStanding, openClaim } from "../open-letter/take-up-standing.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { isNameToHold } from "./held-name-rule.server.ts";
import { sortKey, surnameKey } from "./identity.ts";
import { sealedIn } from "./signature.ts";

type SignatureRow = Pick<
  Tables["signatures"]["$inferSelect"],
  "id" | "campaignId" | "name" | "addressHash" | "role" | "organisation"
>;

/**
 * Copies the name of a confirmed signature to where it may be shown, from the next publication of counts on, with the
 * role and organisation that somebody has vouched for; a name equal to a sitting representative's waits for a
 * moderator.
 */
export async function showName(
  tx: Tx,
  { keyring }: { keyring: Keyring },
  signature: SignatureRow,
  now: number,
): Promise<void> {
  const { publicNames, campaigns } = tx.tables;
  const { id, campaignId, addressHash } = signature;
  const [campaign] = await tx
    .select({ showsNames: campaigns.showsNames })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign?.showsNames || signature.name === "") return;
  const name = keyring.open(sealedIn(id, "name"), signature.name);
  await tx
    .insert(publicNames)
    .values({
      ...{ signatureId: id, campaignId, name, sortKey: sortKey(name), surnameKey: surnameKey(name) },
      ...(await vouchedWords(tx, keyring, signature)),
      isPublished: false,
      isHeld: await isNameToHold(tx, { name, addressHash }, now),
    })
    .onConflictDoNothing();
}

/** Takes a name down at once: hidden, withdrawn or invalidated. */
export async function hideName(tx: Tx, signatureId: string): Promise<void> {
  const { publicNames } = tx.tables;
  await tx.delete(publicNames).where(eq(publicNames.signatureId, signatureId));
}

/** Puts a name right where it is shown; it keeps its place, and waits for the next publication like a new one. */
export async function renameShown(
  tx: Tx,
  site: { keyring: Keyring },
  signature: SignatureRow,
  now: number,
): Promise<void> {
  const { publicNames } = tx.tables;
  const isIts = eq(publicNames.signatureId, signature.id);
  const [before] = await tx.select({ position: publicNames.position }).from(publicNames).where(isIts);
  await hideName(tx, signature.id);
  await showName(tx, site, signature, now);
  if (before) await tx.update(publicNames).set(before).where(isIts);
}

/** Shows beside a name what has just been vouched for, or takes it away where nobody vouches for it any more. */
export async function showStanding(tx: Tx, keyring: Keyring, signature: SignatureRow): Promise<void> {
  const { publicNames } = tx.tables;
  const words = await vouchedWords(tx, keyring, signature);
  await tx.update(publicNames).set(words).where(eq(publicNames.signatureId, signature.id));
}

/** Role and organisation as they may be shown; blank until somebody has vouched for them. */
async function vouchedWords(
  tx: Tx,
  keyring: Keyring,
  signature: SignatureRow,
): Promise<{ role: string; organisation: string; organisationKey: string }> {
  const standing = await findStanding(tx, signature);
  if (standing?.state !== "vouched") return { role: "", organisation: "", organisationKey: "" };
  const { role, organisation } = openClaim(keyring, signature, standing);
  return { role, organisation, organisationKey: organisation === "" ? "" : organisationKey(organisation) };
}
