import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { ReceiptState } from "#db/tables/news.ts";
import { stopMail } from "../signature/stop-mail.server.ts";

/** What can be reported of the mail of an update. */
export interface ReceiptFate {
  kind: "sent" | "delivered" | "bounced" | "complained" | "failed";
  /** The address itself is no good. */
  isPermanent: boolean;
  /** A code of ours or of the provider's list; never an address. */
  reason: string;
}

/**
 * Writes down what became of an update's mail to one signatory, in the transaction that takes the report in; safe to
 * repeat, in any order: the furthest stands (a complaint over a bounce over an arrival). Where it can never arrive,
 * and for whoever complains, no more news goes to that address.
 */
export async function settleReceipt(
  tx: Tx,
  receiptId: string,
  { kind, isPermanent, reason }: ReceiptFate,
  now: number,
): Promise<"settled" | "unchanged"> {
  const { updateReceipts } = tx.tables;
  const state = kind === "delivered" ? "sent" : kind;
  const [settled] = await tx
    .update(updateReceipts)
    .set({ state, reason: state === "sent" ? "" : reason, leasedUntil: null, settledAt: now })
    .where(and(eq(updateReceipts.id, receiptId), inArray(updateReceipts.state, BEFORE[state])))
    .returning({ signatureId: updateReceipts.signatureId });
  // A bounce for good may follow one that would have passed: the state is the same.
  const isLost = kind === "complained" || (kind === "bounced" && isPermanent);
  if (isLost) await stopMail(tx, settled?.signatureId ?? (await signatureOf(tx, receiptId)));
  return settled ? "settled" : "unchanged";
}

/** What a report may follow. Nothing follows what has not left. */
const BEFORE: Record<"sent" | "bounced" | "complained" | "failed", ReceiptState[]> = {
  sent: ["sending", "uncertain", "failed"],
  failed: ["sending", "uncertain", "sent"],
  bounced: ["sending", "uncertain", "sent", "failed"],
  complained: ["sending", "uncertain", "sent", "failed", "bounced"],
};

async function signatureOf(tx: Tx, receiptId: string): Promise<string> {
  const { updateReceipts } = tx.tables;
  const [receipt] = await tx
    .select({ signatureId: updateReceipts.signatureId })
    .from(updateReceipts)
    .where(and(eq(updateReceipts.id, receiptId), inArray(updateReceipts.state, ["bounced", "complained"])));
  return receipt?.signatureId ?? "";
}
