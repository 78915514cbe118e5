import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { OutboxState } from "#db/tables/mail.ts";
import { SIGNATURE_TEMPLATES } from "../mail/mail-template.ts";
import { stopMail } from "./stop-mail.server.ts";

/** What can be reported of a service mail. */
export interface ServiceMailFate {
  kind: "sent" | "delivered" | "bounced" | "complained" | "failed";
  /** The address itself is no good. */
  isPermanent: boolean;
}

/**
 * Writes down what became of a mail to somebody who signed, in the transaction that takes the report in; safe to
 * repeat, in any order. Where it can never arrive, and for whoever complains, no reminder and no news follows, of any
 * campaign. Signatures and counts stay as they are.
 */
export async function settleServiceMail(
  tx: Tx,
  outboxId: string,
  { kind, isPermanent }: ServiceMailFate,
  now: number,
): Promise<void> {
  const { outbox } = tx.tables;
  const hasArrived = kind === "sent" || kind === "delivered" || kind === "complained";
  const over = { request: "", leasedUntil: null, settledAt: now };
  const open = hasArrived ? OPEN_STATES : [...OPEN_STATES, "sent" as const];
  await tx
    .update(outbox)
    .set({ ...over, ...(hasArrived ? { state: "sent", reason: "" } : { state: "failed", reason: kind }) })
    .where(and(eq(outbox.id, outboxId), inArray(outbox.state, open)));
  if (kind === "complained") await stopMail(tx, await signatureOf(tx, outboxId));
  if (kind === "bounced" && isPermanent) await stopMail(tx, await signatureOf(tx, outboxId));
}

/** Left, or about to: its answer has not been written down. */
const OPEN_STATES = ["sending", "uncertain"] satisfies OutboxState[];

/** The signature that a mail is about; blank for mail about something else. */
async function signatureOf(tx: Tx, outboxId: string): Promise<string> {
  const { outbox } = tx.tables;
  const [mail] = await tx
    .select({ rowId: outbox.rowId })
    .from(outbox)
    .where(and(eq(outbox.id, outboxId), inArray(outbox.template, [...SIGNATURE_TEMPLATES])));
  return mail?.rowId ?? "";
}
