import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { reconsiderStanding } from "../open-letter/take-up-standing.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { bookPublication } from "./count-signature.server.ts";
import { foldName } from "./identity.ts";
import { renameShown } from "./public-name.server.ts";
import { sealedIn } from "./signature.ts";
import { freeSlot } from "./take-slot.server.ts";

/**
 * Puts a name right on a signature, in its slot, and on the page where it may be shown: there from the next
 * publication on. `name_taken` where the other person of the same address stands there with that name.
 */
export async function correctName(
  site: Site,
  { token, name }: { token: string; name: string },
  now: number,
): Promise<"corrected" | "name_taken" | "not_possible" | "unknown_link"> {
  return site.db.transaction("correct name", async (tx) => {
    const { signatures } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [before] = await tx.select().from(signatures).where(eq(signatures.id, id));
    if (!before) return "unknown_link";
    const nameHash = site.keyring.hash("name", foldName(name));
    const [corrected] = await tx
      .update(signatures)
      .set({ name: site.keyring.seal(sealedIn(id, "name"), name), nameHash })
      .where(
        and(
          eq(signatures.id, id),
          eq(signatures.state, before.state),
          eq(signatures.nameHash, before.nameHash),
          inArray(signatures.state, ["pending", "confirmed"]),
        ),
      )
      .returning();
    if (!corrected) return "not_possible";
    if (corrected.state === "pending") return "corrected";
    if (!(await renameSlot(tx, { id, from: before.nameHash, to: nameHash }))) {
      await tx
        .update(signatures)
        .set({ name: before.name, nameHash: before.nameHash })
        .where(eq(signatures.id, id));
      return "name_taken";
    }
    // What was vouched for, was so of somebody with the other name.
    if (nameHash !== before.nameHash) await reconsiderStanding(tx, site, corrected, now);
    if (corrected.showName) {
      await renameShown(tx, site, corrected, now);
      await bookPublication(tx, corrected.campaignId, now);
    }
    return "corrected";
  });
}

/**
 * Puts another name on a signature's slot by giving it up and taking it anew, so that the unique keys settle it;
 * false where the name is taken, and the slot is as it was.
 */
async function renameSlot(
  tx: Tx,
  { id, from, to }: { id: string; from: string; to: string },
): Promise<boolean> {
  const { signatureSlots } = tx.tables;
  if (from === to) return true;
  const [held] = await tx.select().from(signatureSlots).where(eq(signatureSlots.signatureId, id));
  if (!held) return true;
  await freeSlot(tx, id);
  const taken = await tx
    .insert(signatureSlots)
    .values({ ...held, nameHash: to })
    .onConflictDoNothing()
    .returning({ slot: signatureSlots.slot });
  if (taken.length > 0) return true;
  await tx.insert(signatureSlots).values(held);
  return false;
}
