import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { BatchState } from "#db/tables/forwarding.ts";
import { countTrouble, endTroubles } from "../domain/forwarding/dispatch-stop.server.ts";
import type { MailOutcome, Refusal, SendOutcome } from "../emails/transport.ts";
import { pauseBefore } from "./back-off.ts";
import { batchRows, ROW_WORDS } from "./batch-rows.ts";
import { keepTrying } from "./keep-trying.ts";
import { loseAddresses } from "./lose-addresses.server.ts";
import type { Batch } from "./seal-batch.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** One attempt to send a request; `isRepeat`: an earlier one with the same bytes has had no answer. */
export interface Attempt extends Omit<Batch, "request"> {
  isRepeat: boolean;
  isRepeatable: boolean;
}

/** The reason of a row whose whole request was refused, which may be the fault of one of them: it goes alone. */
export const ALONE = "refused together with others";

/**
 * Writes what became of one attempt. Surely refused goes back to `planned` or has failed; what may have been taken
 * never goes again, unless as the very same request to a provider that takes it once. False where no more should be
 * sent for now.
 */
export async function settleBatch(
  context: WorkerContext,
  attempt: Attempt,
  outcome: SendOutcome,
): Promise<boolean> {
  const { db, clock, log } = context;
  const now = clock.now();
  const trouble = troubleOf(attempt, outcome);
  if (trouble) log.warn({ batch: attempt.id, ...trouble }, `${ROW_WORDS[attempt.kind]} not accepted`);
  // An answer that cannot be written down is lost: what surely arrived would stand as uncertain.
  const isStop = await keepTrying(() =>
    db.transaction("settle batch", async (tx) => {
      await settle(tx, context, attempt, outcome, now);
      if (trouble) return countTrouble(tx, trouble, now, attempt.kind);
      await endTroubles(tx, attempt.kind);
      return false;
    }),
  );
  if (isStop) log.error({ ...trouble }, `too many failures in a row: ${ROW_WORDS[attempt.kind]} are stopped`);
  if (!trouble) return true;
  return !isStop && outcome.kind !== "unknown" && (trouble.permanent || isShared(attempt, outcome));
}

async function settle(
  tx: Tx,
  context: WorkerContext,
  attempt: Attempt,
  outcome: SendOutcome,
  now: number,
): Promise<void> {
  const dueAt = now + pauseBefore(attempt.attemptCount, retryAfter(outcome), context.random);
  switch (outcome.kind) {
    case "answered":
      // An answer that comes after its attempt was given up still tells what became of it.
      await endBatch(tx, attempt.id, "settled", now);
      await settleMembers(tx, attempt, outcome.mails, now);
      return;
    case "unknown":
      if (!(await isOurs(tx, attempt))) return;
      if (attempt.isRepeatable) await putOff(tx, attempt.id, dueAt);
      else await becomeUncertain(tx, attempt, outcome.reason, now);
      return;
    case "refused":
      if (!(await isOurs(tx, attempt))) return;
      // The refusal of a repeat says nothing of the attempt that had no answer.
      if (attempt.isRepeat && !outcome.permanent) return putOff(tx, attempt.id, dueAt);
      if (attempt.isRepeat) return becomeUncertain(tx, attempt, outcome.reason, now);
      await endBatch(tx, attempt.id, "settled", now);
      await takeBack(tx, context, attempt, outcome, now);
  }
}

/** Each member by its own answer. A member whose fate has been reported meanwhile keeps it. */
async function settleMembers(
  tx: Tx,
  { id: batchId, kind, members }: Attempt,
  outcomes: readonly MailOutcome[],
  now: number,
): Promise<void> {
  const rows = batchRows(tx.tables, kind);
  if (outcomes.length < members.length) throw new Error("an answer has fewer mails than its request");
  const isOpen = and(eq(rows.batchId, batchId), inArray(rows.state, ["sending", "uncertain"]));
  const accepted = members.flatMap((id, index) => {
    const outcome = outcomes[index];
    return outcome?.kind === "accepted" ? [{ id, providerId: outcome.providerId }] : [];
  });
  if (accepted.length > 0) {
    const idOf = accepted.map(({ id, providerId }) => sql`when ${id} then ${providerId}`);
    await tx
      .update(rows)
      .set({
        ...{ state: "sent", reason: "", settledAt: now },
        providerId: sql`case ${rows.id} ${sql.join(idOf, sql` `)} else ${rows.providerId} end`,
      })
      .where(
        and(
          inArray(
            rows.id,
            accepted.map(({ id }) => id),
          ),
          isOpen,
        ),
      );
  }
  for (const [index, id] of members.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind !== "refused") continue;
    await tx
      .update(rows)
      .set({ state: "failed", reason: outcome.reason, settledAt: now })
      .where(and(eq(rows.id, id), isOpen));
  }
}

/** Nothing of it was taken: all go again, or have failed for good. */
async function takeBack(
  tx: Tx,
  { random }: WorkerContext,
  attempt: Attempt,
  refusal: Refusal,
  now: number,
): Promise<void> {
  const rows = batchRows(tx.tables, attempt.kind);
  const isMember = and(eq(rows.batchId, attempt.id), eq(rows.state, "sending"));
  const failed = { state: "failed", reason: refusal.reason, settledAt: now } as const;
  if (isShared(attempt, refusal)) {
    const again = { state: "planned", reason: ALONE, dueAt: now, batchId: "" } as const;
    await tx.update(rows).set(again).where(isMember);
    return;
  }
  const isHopeless = refusal.permanent ? isMember : and(isMember, gte(rows.attemptCount, MAIL_ATTEMPTS));
  await tx.update(rows).set(failed).where(isHopeless);
  if (attempt.kind === "update" && refusal.permanent)
    await loseAddresses(tx, attempt.id, refusal.reason, now);
  const left = await tx
    .select({ attemptCount: rows.attemptCount })
    .from(rows)
    .where(and(isMember, lt(rows.attemptCount, MAIL_ATTEMPTS)));
  if (left.length === 0) return;
  const leastTried = Math.min(...left.map(({ attemptCount }) => attemptCount));
  const dueAt = now + pauseBefore(leastTried, refusal.retryAfterMs, random);
  await tx.update(rows).set({ state: "planned", reason: refusal.reason, dueAt, batchId: "" }).where(isMember);
}

async function putOff(tx: Tx, id: string, dueAt: number): Promise<void> {
  const { deliveryBatches } = tx.tables;
  await tx.update(deliveryBatches).set({ dueAt, leasedUntil: null }).where(eq(deliveryBatches.id, id));
}

async function becomeUncertain(tx: Tx, { id, kind }: Attempt, reason: string, now: number): Promise<void> {
  const rows = batchRows(tx.tables, kind);
  await endBatch(tx, id, "uncertain", now);
  await tx
    .update(rows)
    .set({ state: "uncertain", reason, settledAt: now })
    .where(and(eq(rows.batchId, id), eq(rows.state, "sending")));
}

/** The bytes are kept as long as they may go again. */
async function endBatch(tx: Tx, id: string, state: BatchState, now: number): Promise<void> {
  const { deliveryBatches } = tx.tables;
  await tx
    .update(deliveryBatches)
    .set({ state, request: "", leasedUntil: null, repeatUntil: null, settledAt: now })
    .where(eq(deliveryBatches.id, id));
}

/** False where the request has been given up, settled or taken over since this attempt began; locks its row. */
async function isOurs(tx: Tx, { id, attemptCount }: Attempt): Promise<boolean> {
  const { deliveryBatches } = tx.tables;
  const ours = await tx
    .update(deliveryBatches)
    .set({ attemptCount })
    .where(
      and(
        eq(deliveryBatches.id, id),
        eq(deliveryBatches.attemptCount, attemptCount),
        eq(deliveryBatches.state, "sending"),
      ),
    )
    .returning({ id: deliveryBatches.id });
  return ours.length > 0;
}

/** A request of several that was refused for good, which need not be the fault of each. */
function isShared({ members, isRepeat }: Attempt, outcome: SendOutcome): boolean {
  return outcome.kind === "refused" && outcome.permanent && !isRepeat && members.length > 1;
}

/** What speaks against sending more; nothing where at least one mail was taken. */
function troubleOf(
  attempt: Attempt,
  outcome: SendOutcome,
): { permanent: boolean; reason: string } | undefined {
  switch (outcome.kind) {
    case "answered": {
      const refusals = outcome.mails.filter((mail) => mail.kind === "refused");
      const [first] = refusals;
      if (!first || refusals.length < outcome.mails.length) return undefined;
      return { permanent: true, reason: first.reason };
    }
    case "unknown":
      return { permanent: false, reason: outcome.reason };
    case "refused":
      return { permanent: outcome.permanent && !isShared(attempt, outcome), reason: outcome.reason };
  }
}

function retryAfter(outcome: SendOutcome): number | undefined {
  return outcome.kind === "refused" ? outcome.retryAfterMs : undefined;
}
