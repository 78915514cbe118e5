import { and, eq, sql } from "drizzle-orm";
import { IDEMPOTENT_HOURS, MAIL_ATTEMPTS } from "#app/policy.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { type Delivery, prepareDelivery } from "../domain/forwarding/prepare-delivery.server.ts";
import { recipientOf } from "../domain/forwarding/recipient.server.ts";
import { HOUR, MINUTE } from "../domain/time/durations.ts";
import { londonDay } from "../domain/time/london.ts";
import type { MailTransport, OutgoingMail } from "../emails/transport.ts";
import { pauseBefore } from "./back-off.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { addressed } from "./outgoing.ts";
import { renderDelivery } from "./render-delivery.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Longer than any attempt takes; an attempt whose lease is over belongs to a process that died. */
export const DELIVERY_LEASE = 5 * MINUTE;

/** A delivery that is on its way, and exactly what is to be sent. */
export interface Begun {
  id: string;
  /** Tells this attempt from any other of the same delivery. */
  attemptCount: number;
  request: string;
}

/**
 * Takes on one planned delivery. What is returned is `sending` and stored with its request, durably: only now may
 * a byte of it leave. Undefined where there is nothing to send: another worker has it, nothing in it may be told
 * any more, or the mailbox has taken it in this very transaction.
 */
export async function beginDelivery(
  context: WorkerContext,
  id: string,
  mode: DeliveryMode,
): Promise<Begun | undefined> {
  const now = context.clock.now();
  try {
    return await beginPlanned(context, id, mode, now);
  } catch (error) {
    context.log.error({ delivery: id, fault: nameOf(error) }, "delivery could not be prepared");
    await putOff(context, id, now);
    return undefined;
  }
}

async function beginPlanned(
  context: WorkerContext,
  id: string,
  mode: DeliveryMode,
  now: number,
): Promise<Begun | undefined> {
  const { db, keyring, transport, settings } = context;
  return db.transaction("begin delivery", async (tx) => {
    const { deliveries } = tx.tables;
    const [delivery] = await tx
      .update(deliveries)
      .set({
        state: "sending",
        attemptCount: sql`${deliveries.attemptCount} + 1`,
        sendingAt: now,
        leasedUntil: now + DELIVERY_LEASE,
        repeatUntil: repeatUntil(transport, now),
      })
      .where(and(eq(deliveries.id, id), eq(deliveries.state, "planned"), eq(deliveries.mode, mode)))
      .returning();
    if (!delivery) return undefined;
    const isThis = eq(deliveries.id, id);
    const isOver = { settledAt: now, leasedUntil: null, repeatUntil: null };
    const report = await prepareDelivery(tx, delivery, now);
    if ("skip" in report) {
      await tx
        .update(deliveries)
        .set({ state: "skipped", reason: report.skip, sendingAt: null, ...isOver })
        .where(isThis);
      return undefined;
    }
    const rendered = renderDelivery(settings, report, londonDay(now));
    const to = recipientOf(keyring, report.to, mode);
    const mail = addressed(settings, rendered, { to, rowId: id, kind: "delivery" });
    if (transport.kind === "mailbox") {
      await putInMailbox(tx, keyring, mail, now);
      await tx
        .update(deliveries)
        .set({ state: "sent", reason: "", ...isOver })
        .where(isThis);
      return undefined;
    }
    const request = transport.serializeRequest(withOwnKey(mail, delivery));
    await tx
      .update(deliveries)
      .set({ request: keyring.seal({ table: "deliveries", column: "request", rowId: id }, request) })
      .where(isThis);
    return { id, attemptCount: delivery.attemptCount, request };
  });
}

/** A refused attempt has surely left nothing behind, so the next may say something else, under another key. */
function withOwnKey(mail: OutgoingMail, { id, attemptCount }: Delivery): OutgoingMail {
  return { ...mail, idempotencyKey: `delivery-${id}-${attemptCount}` };
}

function repeatUntil(transport: MailTransport, now: number): number | null {
  return transport.kind !== "mailbox" && transport.repeatable ? now + IDEMPOTENT_HOURS * HOUR : null;
}

/** A fault of ours, such as a missing secret, may be mended: tried again later, not for ever. */
async function putOff({ db }: WorkerContext, id: string, now: number): Promise<void> {
  await db.transaction("put off delivery", async (tx) => {
    const { deliveries } = tx.tables;
    const isPlannedStill = and(eq(deliveries.id, id), eq(deliveries.state, "planned"));
    const [delivery] = await tx.select().from(deliveries).where(isPlannedStill);
    if (!delivery) return;
    const attemptCount = delivery.attemptCount + 1;
    const change =
      attemptCount < MAIL_ATTEMPTS
        ? { dueAt: now + pauseBefore(attemptCount) }
        : { state: "failed" as const, settledAt: now };
    await tx
      .update(deliveries)
      .set({ attemptCount, reason: "not_prepared", ...change })
      .where(isPlannedStill);
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
