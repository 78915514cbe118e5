import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { MINUTE } from "../domain/time/durations.ts";
import { type ReaderOfUpdate, readersOfUpdates } from "../domain/update/readers.server.ts";
import type { SkipReason } from "../domain/update/update.ts";
import { addressUpdate } from "./address-update.ts";
import { pauseBefore } from "./back-off.ts";
import type { Begun } from "./batch-rows.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { findUpdateToMail, type UpdateToMail } from "./update-content.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Longer than any attempt takes; an attempt whose lease is over belongs to a process that died. */
const LEASE = 5 * MINUTE;

/**
 * Takes on planned receipts and writes their mails, which are to travel in the request of this id. Nothing may leave
 * yet: the request is sealed first. Left out are those where there is nothing to send: another worker has it, its
 * reader does not want it any more, it was stopped, or the mailbox has taken it in this very transaction.
 */
export async function beginUpdates(
  context: WorkerContext,
  ids: readonly string[],
  batchId: string,
): Promise<Begun[]> {
  const now = context.clock.now();
  try {
    return await beginTogether(context, ids, batchId, now);
  } catch (error) {
    const fault = error instanceof Error ? error.name : "unknown";
    context.log.error({ count: ids.length, fault }, "mails of an update could not be prepared");
    await putOff(context, ids, now);
    return [];
  }
}

async function beginTogether(
  { db, keyring, settings, transport }: WorkerContext,
  ids: readonly string[],
  batchId: string,
  now: number,
): Promise<Begun[]> {
  return db.transaction("begin updates", async (tx) => {
    const { updateReceipts } = tx.tables;
    const taken = await tx
      .update(updateReceipts)
      .set({
        state: "sending",
        attemptCount: sql`${updateReceipts.attemptCount} + 1`,
        leasedUntil: now + LEASE,
        batchId,
      })
      .where(and(inArray(updateReceipts.id, [...ids]), eq(updateReceipts.state, "planned")))
      .returning();
    const receipts = taken.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    const { wanted, unwanted } = await readersOfUpdates(tx, keyring, receipts);
    for (const [reason, some] of unwanted) await skip(tx, some, reason, now);
    const contents = await findContents(tx, wanted);
    const begun: Begun[] = [];
    for (const reader of wanted) {
      const found = contents.get(reader.updateId);
      if (!found) throw new Error("an update is not there that its receipt is of");
      const mail = addressUpdate(settings, found, reader);
      if (transport.kind === "mailbox") await putInMailbox(tx, keyring, mail, now);
      else begun.push({ id: reader.receiptId, mail: transport.serializeMail(mail) });
    }
    if (transport.kind === "mailbox") await settleKept(tx, wanted, now);
    return begun;
  });
}

async function findContents(tx: Tx, readers: readonly ReaderOfUpdate[]): Promise<Map<string, UpdateToMail>> {
  const contents = new Map<string, UpdateToMail>();
  for (const { updateId } of readers) {
    const found = contents.has(updateId) ? undefined : await findUpdateToMail(tx, updateId);
    if (found) contents.set(updateId, found);
  }
  return contents;
}

async function skip(tx: Tx, ids: readonly string[], reason: SkipReason, now: number): Promise<void> {
  const { updateReceipts } = tx.tables;
  if (ids.length === 0) return;
  await tx
    .update(updateReceipts)
    .set({ state: "skipped", reason, settledAt: now, leasedUntil: null, batchId: "" })
    .where(inArray(updateReceipts.id, [...ids]));
}

async function settleKept(tx: Tx, readers: readonly ReaderOfUpdate[], now: number): Promise<void> {
  const { updateReceipts } = tx.tables;
  const ids = readers.map(({ receiptId }) => receiptId);
  if (ids.length === 0) return;
  await tx
    .update(updateReceipts)
    .set({ state: "sent", reason: "", settledAt: now, leasedUntil: null, batchId: "" })
    .where(inArray(updateReceipts.id, ids));
}

/** A fault of ours, such as a missing secret, may be mended: tried again later, not for ever. */
async function putOff(context: WorkerContext, ids: readonly string[], now: number): Promise<void> {
  await context.db.transaction("put off updates", async (tx) => {
    const { updateReceipts } = tx.tables;
    const isPlanned = and(inArray(updateReceipts.id, [...ids]), eq(updateReceipts.state, "planned"));
    const [first] = await tx.select().from(updateReceipts).where(isPlanned).limit(1);
    if (!first) return;
    const again = {
      attemptCount: sql`${updateReceipts.attemptCount} + 1`,
      reason: "not_prepared",
      dueAt: now + pauseBefore(first.attemptCount + 1, 0, context.random),
    };
    const hasChances = lt(updateReceipts.attemptCount, MAIL_ATTEMPTS - 1);
    await tx.update(updateReceipts).set(again).where(and(isPlanned, hasChances));
    // Those whose time was not put off have had their last chance.
    await tx
      .update(updateReceipts)
      .set({ state: "failed", reason: "not_prepared", settledAt: now })
      .where(and(isPlanned, lt(updateReceipts.dueAt, now + 1)));
  });
}
