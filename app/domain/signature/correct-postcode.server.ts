import { and, eq, inArray } from "drizzle-orm";
import type { Cell, PlaceChoice } from "../place/cell.ts";
import { cellFromChoice } from "../place/cell-from-choice.server.ts";
import { ensureCell, getCell } from "../place/cells.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { countSignature } from "./count-signature.server.ts";
import { hashPostcode } from "./person.server.ts";
import { sealedIn } from "./signature.ts";

/**
 * Places a signature anew by another postcode, or by what its owner chose for the one they have: a counted one
 * moves from its old cell to the new in one transaction. `postcode` is canonical, as `readPostcode` gives it.
 */
export async function correctPostcode(
  site: Site,
  { token, postcode, choice }: { token: string; postcode: string; choice: PlaceChoice },
  now: number,
): Promise<"corrected" | "not_possible" | "unknown_link"> {
  return site.db.transaction("correct postcode", async (tx) => {
    const { signatures, signatureSlots } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [before] = await tx
      .select({
        state: signatures.state,
        cellId: signatures.cellId,
        campaignId: signatures.campaignId,
        postcodeHash: signatures.postcodeHash,
      })
      .from(signatures)
      .where(eq(signatures.id, id));
    if (!before) return "unknown_link";

    const postcodeHash = hashPostcode(site.keyring, { postcode, country: "" });
    const isSamePostcode = postcodeHash === before.postcodeHash;
    const wanted = isSamePostcode ? withEarlier(choice, await getCell(tx, before.cellId)) : choice;
    const cellId = await ensureCell(tx, await cellFromChoice(tx, site.places.locate(postcode).cell, wanted));
    const moved = await tx
      .update(signatures)
      .set({
        cellId,
        edition: site.places.edition,
        country: "",
        postcode: site.keyring.seal(sealedIn(id, "postcode"), postcode),
        postcodeHash,
      })
      .where(
        and(
          eq(signatures.id, id),
          eq(signatures.cellId, before.cellId),
          eq(signatures.state, before.state),
          inArray(signatures.state, ["pending", "confirmed"]),
        ),
      )
      .returning({ id: signatures.id });
    if (moved.length === 0) return "not_possible";
    await tx.update(signatureSlots).set({ postcodeHash }).where(eq(signatureSlots.signatureId, id));
    if (before.state === "confirmed" && cellId !== before.cellId) {
      const changes = [
        { cellId: before.cellId, delta: -1, reason: "moved" },
        { cellId, delta: 1, reason: "moved" },
      ] as const;
      await countSignature(tx, site, { campaignId: before.campaignId, changes, versions: [] }, now);
    }
    return "corrected";
  });
}

/** What was chosen before stands for the same postcode wherever nothing else is chosen now. */
function withEarlier(choice: PlaceChoice, cell: Cell): PlaceChoice {
  return {
    constituency: choice.constituency || cell.constituency,
    council: choice.council || cell.council || cell.county,
    ward: choice.ward || cell.ward,
  };
}
