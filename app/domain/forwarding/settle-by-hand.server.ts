import { and, eq } from "drizzle-orm";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { settleFate } from "./settle-fate.server.ts";
import { listUncertain } from "./troubled-deliveries.server.ts";

/** Why a message counts as not sent that nobody knows more of than an admin. */
export const SAID_NOT_ARRIVED = "an admin says it did not arrive";

/**
 * Says of an uncertain message that it arrived, or that it did not: then its reader may be told again in the next
 * round. A report that comes later still counts. `changed`: it is not uncertain any more.
 */
export async function settleByHand(
  site: Pick<Site, "db" | "keyring">,
  input: { key: string; hasArrived: boolean; accountId: string },
  now: number,
): Promise<"settled" | "changed"> {
  const { key, hasArrived, accountId } = input;
  const listed = await listUncertain(site.db.read, site.keyring);
  const asked = listed.find((one) => one.key === key);
  if (!asked) return "changed";
  const { id: deliveryId, representativeId: subject, slotOn } = asked;
  return site.db.transaction("settle delivery by hand", async (tx) => {
    const { deliveries } = tx.tables;
    const [held] = await tx
      .update(deliveries)
      .set({ leasedUntil: null })
      .where(and(eq(deliveries.id, deliveryId), eq(deliveries.state, "uncertain")))
      .returning({ id: deliveries.id });
    if (!held) return "changed";
    const kind = hasArrived ? "delivered" : "failed";
    const reason = hasArrived ? "an admin says it arrived" : SAID_NOT_ARRIVED;
    await settleFate(tx, { deliveryId, kind, reason, at: now, isPermanent: false }, now);
    await appendAudit(
      tx,
      { accountId, action: "settle_delivery", subject, detail: `${slotOn}: uncertain → ${kind}` },
      now,
    );
    return "settled";
  });
}
