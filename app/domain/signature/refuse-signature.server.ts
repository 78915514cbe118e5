import { eq } from "drizzle-orm";
import { NOT_ME_DAYS } from "#app/policy.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { deleteSignature } from "./erase-signature.server.ts";

/**
 * "This was not me": takes the signature off where it is counted, deletes the row, and remembers the address's
 * hash so that no further mail about this campaign goes there for a month.
 */
export async function refuseSignature(
  site: Site,
  token: string,
  now: number,
): Promise<"deleted" | "unknown_link"> {
  return site.db.transaction("refuse signature", async (tx) => {
    const { signatures, mailRefusals } = tx.tables;
    const id = await findLinkedRow(tx, token, ["not_me"]);
    if (id === undefined) return "unknown_link";
    const [row] = await tx
      .select({ campaignId: signatures.campaignId, addressHash: signatures.addressHash })
      .from(signatures)
      .where(eq(signatures.id, id));
    if (!row) return "unknown_link";
    const expiresAt = now + NOT_ME_DAYS * DAY;
    await tx
      .insert(mailRefusals)
      .values({ ...row, expiresAt })
      .onConflictDoUpdate({
        target: [mailRefusals.campaignId, mailRefusals.addressHash],
        set: { expiresAt },
      });
    await deleteSignature(tx, site, id, now);
    return "deleted";
  });
}
