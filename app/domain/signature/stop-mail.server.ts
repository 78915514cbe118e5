import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";

/**
 * Ends the news and the reminders to the address of a signature, for every campaign that was signed with it: mail does
 * not arrive there, or its owner objects to it. Signatures and counts stay as they are.
 */
export async function stopMail(tx: Tx, signatureId: string): Promise<void> {
  const { signatures } = tx.tables;
  const [about] = await tx
    .select({ addressHash: signatures.addressHash })
    .from(signatures)
    .where(eq(signatures.id, signatureId));
  if (!about || about.addressHash === "") return;
  await tx
    .update(signatures)
    .set({ updates: false, remindAt: null })
    .where(eq(signatures.addressHash, about.addressHash));
}
