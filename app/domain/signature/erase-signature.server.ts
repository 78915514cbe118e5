import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { takesSignatures } from "../campaign/campaign.ts";
import { dropLinks, findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { hideName } from "./public-name.server.ts";
import { uncount } from "./withdraw-signature.server.ts";

/**
 * Erases what somebody gave us. While the campaign can be signed that takes the signature off as well. After
 * closing, `keep: "count"` blanks name, address and postcode and leaves the signature counted; `keep: "nothing"`
 * always deletes the row. Links and queued mail about it go with it.
 */
export async function eraseSignature(
  site: Site,
  { token, keep }: { token: string; keep: "nothing" | "count" },
  now: number,
): Promise<"erased" | "counted_without_details" | "unknown_link"> {
  return site.db.transaction("erase signature", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [found] = await tx
      .select({ state: signatures.state, campaign: { state: campaigns.state, closesOn: campaigns.closesOn } })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(eq(signatures.id, id));
    if (!found) return "unknown_link";
    const mayStay = found.state === "confirmed" && !takesSignatures(found.campaign, now);
    if (keep === "count" && mayStay) {
      await blankDetails(tx, id);
      return "counted_without_details";
    }
    await uncount(tx, site, id, now);
    await deleteSignature(tx, id);
    return "erased";
  });
}

/** Blanks name, address and postcode, and takes the public name down; cell and state stay, so the count does too. */
export async function blankDetails(tx: Tx, id: string): Promise<void> {
  const { signatures, signatureSlots } = tx.tables;
  const blank = { name: "", email: "", postcode: "", country: "" };
  const noHashes = { typedHash: "", addressHash: "", nameHash: "", postcodeHash: "", clientHash: "", clientNetHash: "" };
  await tx
    .update(signatures)
    .set({ ...blank, ...noHashes, showName: false, updates: false, handIn: false, connection: "" })
    .where(eq(signatures.id, id));
  await tx.delete(signatureSlots).where(eq(signatureSlots.signatureId, id));
  await hideName(tx, id);
  await forgetMail(tx, id);
}

/** Deletes a row that is not counted, with its links and queued mail. */
export async function deleteSignature(tx: Tx, id: string): Promise<void> {
  const { signatures } = tx.tables;
  await forgetMail(tx, id);
  await tx.delete(signatures).where(eq(signatures.id, id));
}

async function forgetMail(tx: Tx, id: string): Promise<void> {
  const { outbox } = tx.tables;
  await dropLinks(tx, [id]);
  await tx
    .update(outbox)
    .set({ state: "skipped", reason: "row_gone", request: "" })
    .where(and(eq(outbox.rowId, id), eq(outbox.state, "queued")));
  await tx.update(outbox).set({ request: "" }).where(eq(outbox.rowId, id));
}
