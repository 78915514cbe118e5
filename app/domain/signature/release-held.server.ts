import { and, asc, eq } from "drizzle-orm";
import { SIGNS_PER_CLIENT_PER_HOUR, SIGNS_PER_CLIENT_PER_MINUTE } from "#app/policy.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { HOUR, MINUTE } from "../time/durations.ts";
import { sendSignatureMail } from "./send-signature-mail.server.ts";

/** Rows looked at in one unit: each costs a handful of statements. */
const CHUNK = 100;

/**
 * Lets go rows that only the limit of a client's address held back, oldest first, as many as the limit now
 * allows; each becomes pending and gets its mail. Returns how many were let go.
 */
export async function releaseHeld(site: Site, now: number): Promise<number> {
  return site.db.transaction("release held", async (tx) => {
    const { signatures } = tx.tables;
    const held = await tx
      .select()
      .from(signatures)
      .where(and(eq(signatures.state, "suspect"), eq(signatures.heldReason, "client_limit")))
      .orderBy(asc(signatures.id))
      .limit(CHUNK);
    const exhausted = new Set<string>();
    let released = 0;
    for (const row of held) {
      if (exhausted.has(row.clientHash)) continue;
      const minute = { key: `client minute ${row.clientHash}`, windowMs: MINUTE, limit: SIGNS_PER_CLIENT_PER_MINUTE };
      const hour = { key: `client hour ${row.clientHash}`, windowMs: HOUR, limit: SIGNS_PER_CLIENT_PER_HOUR };
      if (!(await takeAllowance(tx, minute, now)) || !(await takeAllowance(tx, hour, now))) {
        exhausted.add(row.clientHash);
        continue;
      }
      const { campaignId, typedHash } = row;
      const twin = await tx
        .select({ id: signatures.id })
        .from(signatures)
        .where(and(eq(signatures.campaignId, campaignId), eq(signatures.typedHash, typedHash), eq(signatures.state, "pending")));
      if (twin.length > 0) {
        await tx.delete(signatures).where(eq(signatures.id, row.id));
        continue;
      }
      await tx
        .update(signatures)
        .set({ state: "pending", heldReason: "" })
        .where(and(eq(signatures.id, row.id), eq(signatures.state, "suspect")));
      await sendSignatureMail(tx, site, { campaignId, typedHash }, now);
      released += 1;
    }
    return released;
  });
}
