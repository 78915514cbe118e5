import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import type { AddressStateForm } from "./admin-forms.ts";
import { findRepresentativeRow } from "./admin-queries.server.ts";
import { findTerm, isAsRead, type Term } from "./term-rows.server.ts";
import { versionOf } from "./version.server.ts";

/**
 * Says what is known of an address: that it works, bounces, or that whoever reads it has objected. It holds for every
 * term with the same address. An objection ends only where the person has agreed (`objected` otherwise).
 */
export async function correctAddressState(
  site: Site,
  input: { publicId: string; key: string; form: AddressStateForm; accountId: string },
  now: number,
): Promise<"corrected" | "unchanged" | "no_address" | "objected" | "changed" | "unknown"> {
  const { publicId, key, form, accountId } = input;
  return site.db.transaction("correct address state", async (tx) => {
    const { terms } = tx.tables;
    const person = await findRepresentativeRow(tx, publicId);
    const before = person && (await findTerm(tx, person.id, key));
    if (!person || !before) return "unknown";
    if (versionOf(before) !== form.version) return "changed";
    const { addressState } = form;
    if (addressState === before.addressState) return "unchanged";
    if (before.addressHash === "" && (addressState === "good" || addressState === "bounced"))
      return "no_address";
    if (before.addressState === "opted_out" && !form.agreed) return "objected";
    if (before.addressHash !== "") {
      const held = await holdSameAddress(tx, before.addressHash);
      const own = held.find((term) => term.id === before.id);
      if (!own || versionOf(own) !== form.version) return "changed";
    }
    const isSame =
      before.addressHash === "" ? isAsRead(tx, before) : eq(terms.addressHash, before.addressHash);
    const written = await tx.update(terms).set({ addressState }).where(isSame).returning({ id: terms.id });
    if (written.length === 0) return "changed";
    const detail = `${before.gssCode}: ${before.addressState} to ${addressState}`;
    await appendAudit(tx, { accountId, action: "correct_address_state", subject: person.id, detail }, now);
    return "corrected";
  });
}

/** Every term with one address, kept until the unit ends: nobody says otherwise of it meanwhile. */
async function holdSameAddress(tx: Tx, addressHash: string): Promise<Term[]> {
  const { terms } = tx.tables;
  return tx
    .update(terms)
    .set({ addressState: sql`${terms.addressState}` })
    .where(eq(terms.addressHash, addressHash))
    .returning();
}
