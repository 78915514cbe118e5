import { and, eq, inArray } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { DeliveryState } from "#db/tables/forwarding.ts";
import type { SendOutcome } from "../emails/transport.ts";
import { pauseBefore } from "./back-off.ts";
import type { WorkerContext } from "./worker-context.ts";

/** One attempt to send; `isRepeat`: an earlier one with the same request has had no answer. */
export interface Attempt {
  id: string;
  attemptCount: number;
  isRepeat: boolean;
  isRepeatable: boolean;
}

/**
 * Writes what became of one attempt. Surely refused goes back to `planned` or has failed; what may have been taken
 * never goes again, unless as the very same request to a provider that takes it once.
 */
export async function settleDelivery(
  { db, clock, log }: WorkerContext,
  attempt: Attempt,
  outcome: SendOutcome,
): Promise<void> {
  const now = clock.now();
  if (outcome.kind !== "accepted")
    log.warn({ delivery: attempt.id, reason: outcome.reason }, "delivery not accepted");
  const change = changeAfter(attempt, outcome, now);
  await db.transaction("settle delivery", async (tx) => {
    const { deliveries } = tx.tables;
    const isOver = change.state !== "planned" && change.state !== "sending";
    await tx
      .update(deliveries)
      .set({
        ...change,
        leasedUntil: null,
        ...(change.state === "sending" ? {} : { repeatUntil: null }),
        ...(keepsRequest(change.state) ? {} : { request: "" }),
        settledAt: isOver ? now : null,
      })
      .where(
        and(
          eq(deliveries.id, attempt.id),
          eq(deliveries.attemptCount, attempt.attemptCount),
          // An answer that comes after the lease still tells what became of it.
          inArray(deliveries.state, outcome.kind === "accepted" ? ["sending", "uncertain"] : ["sending"]),
        ),
      );
  });
}

type Change = { state: DeliveryState; reason: string; providerId?: string; dueAt?: number };

function changeAfter(
  { attemptCount, isRepeat, isRepeatable }: Attempt,
  outcome: SendOutcome,
  now: number,
): Change {
  switch (outcome.kind) {
    case "accepted":
      return { state: "sent", reason: "", providerId: outcome.providerId };
    case "unknown":
      return isRepeatable
        ? { state: "sending", reason: outcome.reason, dueAt: now + pauseBefore(attemptCount) }
        : { state: "uncertain", reason: outcome.reason };
    case "refused": {
      const { reason, permanent } = outcome;
      const dueAt = now + pauseBefore(attemptCount, outcome.retryAfterMs);
      // The refusal of a repeat says nothing of the attempt that had no answer.
      if (isRepeat) return permanent ? { state: "uncertain", reason } : { state: "sending", reason, dueAt };
      if (permanent || attemptCount >= MAIL_ATTEMPTS) return { state: "failed", reason };
      return { state: "planned", reason, dueAt };
    }
  }
}

/** The request is kept as long as its fate is open. */
function keepsRequest(state: DeliveryState): boolean {
  return state === "sending" || state === "uncertain";
}
