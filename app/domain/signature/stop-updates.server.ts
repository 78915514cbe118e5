import { eq } from "drizzle-orm";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";

/** Ends the news of one campaign to one signatory; a second time finds `already_stopped`. */
export async function stopUpdates(
  site: Site,
  token: string,
): Promise<"stopped" | "already_stopped" | "unknown_link"> {
  return site.db.transaction("stop updates", async (tx) => {
    const { signatures } = tx.tables;
    const id = await findLinkedRow(tx, token, ["unsubscribe", "signature"]);
    if (id === undefined) return "unknown_link";
    const [row] = await tx
      .select({ updates: signatures.updates })
      .from(signatures)
      .where(eq(signatures.id, id));
    if (!row) return "unknown_link";
    await tx.update(signatures).set({ updates: false }).where(eq(signatures.id, id));
    return row.updates ? "stopped" : "already_stopped";
  });
}
