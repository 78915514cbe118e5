import { and, eq, sql } from "drizzle-orm";
import { SIGNATURES_PER_ADDRESS } from "#app/policy.ts";
import type { Tx, WriteBuilders } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { type Given, statement } from "#db/statement.ts";
import type { PersonHashes } from "./person.server.ts";

/** Who wants a slot: a signature of one campaign and the hashes of its person. */
export interface Claimant extends PersonHashes {
  id: string;
  campaignId: string;
}

/** `taken`, or why not: this very signature has one, or who else stands in the way. */
export type SlotOutcome = "taken" | "already_yours" | "same_name" | "other_postcode" | "two_holders";

/**
 * Takes one of the two slots that an address has on a campaign. Two people of one household may share an address
 * if they give the same postcode; a third may not. The unique keys settle races, not a look-up.
 */
export async function takeSlot(tx: Tx, claimant: Claimant): Promise<SlotOutcome> {
  for (let slot = 1; slot <= SIGNATURES_PER_ADDRESS; slot += 1)
    if (await insertSlot(tx, claimant, slot)) return "taken";
  return explain(tx, claimant);
}

/** Frees the slot of a withdrawn signature. */
export async function freeSlot(tx: Tx, signatureId: string): Promise<void> {
  const { signatureSlots } = tx.tables;
  await tx.delete(signatureSlots).where(eq(signatureSlots.signatureId, signatureId));
}

async function insertSlot(tx: Tx, claimant: Claimant, slot: number): Promise<boolean> {
  const { campaignId, addressHash, nameHash, postcodeHash, id } = claimant;
  const hashes = { addressHash, nameHash, postcodeHash };
  const inserted = await tx.run(insertIfFree, { campaignId, ...hashes, slot, signatureId: id });
  return inserted.length > 0;
}

type SlotRow = Tables["signatureSlots"]["$inferSelect"];
const insertIfFree = statement("take_slot", (db: WriteBuilders, given: Given<SlotRow>) => {
  const { signatureSlots } = db.tables;
  const [campaignId, addressHash, postcodeHash] = [
    given("campaignId"),
    given("addressHash"),
    given("postcodeHash"),
  ];
  return db
    .insert(signatureSlots)
    .select(
      sql`
    select cast(${campaignId} as text), cast(${addressHash} as text), cast(${given("slot")} as integer),
           cast(${given("nameHash")} as text), cast(${postcodeHash} as text), cast(${given("signatureId")} as text)
    where not exists (
      select 1 from signature_slots
      where campaign_id = ${campaignId} and address_hash = ${addressHash} and postcode_hash <> ${postcodeHash}
    )`,
    )
    .onConflictDoNothing()
    .returning({ slot: signatureSlots.slot });
});

async function explain(tx: Tx, claimant: Claimant): Promise<SlotOutcome> {
  const { signatureSlots } = tx.tables;
  const holders = await tx
    .select()
    .from(signatureSlots)
    .where(
      and(
        eq(signatureSlots.campaignId, claimant.campaignId),
        eq(signatureSlots.addressHash, claimant.addressHash),
      ),
    );
  if (holders.some((holder) => holder.signatureId === claimant.id)) return "already_yours";
  if (holders.some((holder) => holder.nameHash === claimant.nameHash)) return "same_name";
  if (holders.length >= SIGNATURES_PER_ADDRESS) return "two_holders";
  return "other_postcode";
}
