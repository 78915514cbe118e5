import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { condemnsAddress, statusInText } from "../domain/forwarding/delivery-report.ts";
import { settleReceipt } from "../domain/update/settle-receipt.server.ts";

/**
 * What a mail server says at its door of the readers in a request that was refused for good: where it is that there
 * is no such mailbox, their mail has bounced, and no more news goes to those addresses.
 */
export async function loseAddresses(tx: Tx, batchId: string, reason: string, now: number): Promise<void> {
  if (!condemnsAddress(statusInText(reason) ?? "")) return;
  const { updateReceipts } = tx.tables;
  const refused = await tx
    .select({ id: updateReceipts.id })
    .from(updateReceipts)
    .where(and(eq(updateReceipts.batchId, batchId), eq(updateReceipts.state, "failed")))
    .orderBy(asc(updateReceipts.id));
  for (const { id } of refused)
    await settleReceipt(tx, id, { kind: "bounced", isPermanent: true, reason }, now);
}
