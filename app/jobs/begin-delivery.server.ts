import { and, eq, sql } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { deliveryLinks } from "../domain/forwarding/delivery-link.server.ts";
import { prepareDelivery } from "../domain/forwarding/prepare-delivery.server.ts";
import { recipientOf } from "../domain/forwarding/recipient.server.ts";
import { MINUTE } from "../domain/time/durations.ts";
import { londonDay } from "../domain/time/london.ts";
import { addressDelivery } from "./address-delivery.ts";
import { pauseBefore } from "./back-off.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { renderDelivery } from "./render-delivery.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Longer than any attempt takes; an attempt whose lease is over belongs to a process that died. */
export const DELIVERY_LEASE = 5 * MINUTE;

/** A delivery that is `sending`, and what is to be sent. */
export interface Begun {
  id: string;
  mail: string;
}

/**
 * Takes on one planned delivery and writes its message, which is to travel in the request of this id. Nothing may
 * leave yet: the request is sealed first. Undefined where there is nothing to send: another worker has it, nothing
 * in it may be told any more, or the mailbox has taken it in this very transaction.
 */
export async function beginDelivery(
  context: WorkerContext,
  id: string,
  mode: DeliveryMode,
  batchId: string,
): Promise<Begun | undefined> {
  const now = context.clock.now();
  try {
    return await beginPlanned(context, id, mode, batchId, now);
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
  batchId: string,
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
        batchId,
      })
      .where(and(eq(deliveries.id, id), eq(deliveries.state, "planned"), eq(deliveries.mode, mode)))
      .returning();
    if (!delivery) return undefined;
    const isThis = eq(deliveries.id, id);
    const isOver = { settledAt: now, leasedUntil: null, batchId: "" };
    const report = await prepareDelivery(tx, delivery, now);
    if ("skip" in report) {
      await tx
        .update(deliveries)
        .set({ state: "skipped", reason: report.skip, sendingAt: null, ...isOver })
        .where(isThis);
      return undefined;
    }
    const links = await deliveryLinks(tx, keyring, id);
    const rendered = renderDelivery(settings, report, londonDay(now), links);
    const to = recipientOf(keyring, report.to, mode);
    const envelope = { to, deliveryId: id, links, earlier: report.earlier };
    const mail = addressDelivery(settings, rendered, envelope);
    if (transport.kind === "mailbox") {
      await putInMailbox(tx, keyring, mail, now);
      await tx
        .update(deliveries)
        .set({ state: "sent", reason: "", ...isOver })
        .where(isThis);
      return undefined;
    }
    return { id, mail: transport.serializeMail(mail) };
  });
}

/** A fault of ours, such as a missing secret, may be mended: tried again later, not for ever. */
async function putOff(context: WorkerContext, id: string, now: number): Promise<void> {
  await context.db.transaction("put off delivery", async (tx) => {
    const { deliveries } = tx.tables;
    const isPlannedStill = and(eq(deliveries.id, id), eq(deliveries.state, "planned"));
    const [delivery] = await tx.select().from(deliveries).where(isPlannedStill);
    if (!delivery) return;
    const attemptCount = delivery.attemptCount + 1;
    const change =
      attemptCount < MAIL_ATTEMPTS
        ? { dueAt: now + pauseBefore(attemptCount, 0, context.random) }
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
