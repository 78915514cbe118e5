import { asc, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { overlaps } from "./seat-rules.ts";
import { openAddress, type Representative, sealAddress, type Term } from "./term-rows.server.ts";

/**
 * Gives the terms of one who goes to the one who stays. Returns how many there were, or undefined, with nothing
 * written, where the two sit for different constituencies at one time.
 */
export async function mergeTerms(
  tx: Tx,
  keyring: Keyring,
  kept: Representative,
  gone: Representative,
): Promise<number | undefined> {
  const [ours, theirs] = [await termsOf(tx, kept.id), await termsOf(tx, gone.id)];
  const isTwo = (a: Term, b: Term) => a.gssCode !== b.gssCode && overlaps(a, b);
  if (kept.kind === "mp" && ours.some((our) => theirs.some((their) => isTwo(our, their)))) return undefined;
  for (const their of theirs) {
    const twin = ours.find((our) => our.gssCode === their.gssCode && overlaps(our, their));
    if (twin) await foldTerm(tx, keyring, twin, their);
    else await moveTerm(tx, their, kept.id);
  }
  return theirs.length;
}

function termsOf(tx: Tx, representativeId: string): Promise<Term[]> {
  const { terms } = tx.tables;
  return tx
    .select()
    .from(terms)
    .where(eq(terms.representativeId, representativeId))
    .orderBy(asc(terms.startsOn), asc(terms.id));
}

async function moveTerm(tx: Tx, { id }: Term, representativeId: string): Promise<void> {
  const { terms } = tx.tables;
  await tx.update(terms).set({ representativeId }).where(eq(terms.id, id));
}

/** One seat, held once: what the term that stays does not know it learns from the other. An objection is kept. */
async function foldTerm(tx: Tx, keyring: Keyring, stays: Term, goes: Term): Promise<void> {
  const { terms, deliveries } = tx.tables;
  const sealed = stays.address === "" ? sealAddress(keyring, stays.id, openAddress(keyring, goes)) : {};
  const isObjected = [stays, goes].some((term) => term.addressState === "opted_out");
  const addressState = isObjected
    ? "opted_out"
    : stays.address === ""
      ? goes.addressState
      : stays.addressState;
  const known = { party: stays.party || goes.party, startsOn: stays.startsOn || goes.startsOn };
  await tx.update(deliveries).set({ termId: stays.id }).where(eq(deliveries.termId, goes.id));
  await tx.delete(terms).where(eq(terms.id, goes.id));
  await tx
    .update(terms)
    .set({ ...known, ...sealed, addressState })
    .where(eq(terms.id, stays.id));
}
