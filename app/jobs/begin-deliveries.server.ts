import { and, eq, inArray, sql } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { type DeliveryLinks, deliveryLinks } from "../domain/forwarding/delivery-link.server.ts";
import type { SkipReason } from "../domain/forwarding/forwarding.ts";
import { type Delivery, prepareDeliveries } from "../domain/forwarding/prepare-deliveries.server.ts";
import { recipientOf } from "../domain/forwarding/recipient.server.ts";
import type { DeliveryReport } from "../domain/forwarding/report.ts";
import { MINUTE } from "../domain/time/durations.ts";
import { londonDay } from "../domain/time/london.ts";
import type { OutgoingMail } from "../emails/transport.ts";
import { addressDelivery } from "./address-delivery.ts";
import { pauseBefore } from "./back-off.ts";
import type { Begun } from "./batch-rows.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { renderDelivery } from "./render-delivery.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Longer than any attempt takes; an attempt whose lease is over belongs to a process that died. */
export const DELIVERY_LEASE = 5 * MINUTE;

/**
 * Takes on planned deliveries and writes their messages, which are to travel in the request of this id. Nothing may
 * leave yet: the request is sealed first. Left out are those where there is nothing to send: another worker has it,
 * nothing in it may be told any more, or the mailbox has taken it in this very transaction.
 */
export async function beginDeliveries(
  context: WorkerContext,
  ids: readonly string[],
  mode: DeliveryMode,
  batchId: string,
): Promise<Begun[]> {
  const now = context.clock.now();
  try {
    return await beginTogether(context, ids, { mode, batchId, now });
  } catch (error) {
    const [only, ...others] = ids;
    if (only === undefined) return [];
    if (others.length > 0) return beginInHalves(context, ids, mode, batchId);
    context.log.error({ delivery: only, fault: nameOf(error) }, "delivery could not be prepared");
    await putOff(context, only, now);
    return [];
  }
}

/** One of them cannot be written, or all take too long for one unit: the others go all the same. */
async function beginInHalves(
  context: WorkerContext,
  ids: readonly string[],
  mode: DeliveryMode,
  batchId: string,
): Promise<Begun[]> {
  const middle = Math.ceil(ids.length / 2);
  return [
    ...(await beginDeliveries(context, ids.slice(0, middle), mode, batchId)),
    ...(await beginDeliveries(context, ids.slice(middle), mode, batchId)),
  ];
}

async function beginTogether(
  context: WorkerContext,
  ids: readonly string[],
  { mode, batchId, now }: { mode: DeliveryMode; batchId: string; now: number },
): Promise<Begun[]> {
  const { db, keyring, transport } = context;
  return db.transaction("begin deliveries", async (tx) => {
    const taken = await takeOn(tx, ids, { mode, batchId, now });
    const prepared = await prepareDeliveries(tx, taken, mode, now);
    const reports: { id: string; report: DeliveryReport }[] = [];
    for (const [id, one] of prepared)
      if ("skip" in one) await skip(tx, id, one.skip, now);
      else reports.push({ id, report: one });
    const linksOf = await deliveryLinks(
      tx,
      keyring,
      reports.map(({ id }) => id),
    );
    const begun: Begun[] = [];
    for (const { id, report } of reports) {
      const mail = writeMail(context, { id, report, links: linksOf(id) }, mode, now);
      if (transport.kind === "mailbox") {
        await putInMailbox(tx, keyring, mail, now);
        await settle(tx, id, { state: "sent", reason: "" }, now);
      } else begun.push({ id, mail: transport.serializeMail(mail) });
    }
    return begun;
  });
}

async function takeOn(
  tx: Tx,
  ids: readonly string[],
  { mode, batchId, now }: { mode: DeliveryMode; batchId: string; now: number },
): Promise<Delivery[]> {
  const { deliveries } = tx.tables;
  const taken = await tx
    .update(deliveries)
    .set({
      state: "sending",
      attemptCount: sql`${deliveries.attemptCount} + 1`,
      sendingAt: now,
      leasedUntil: now + DELIVERY_LEASE,
      batchId,
    })
    .where(and(inArray(deliveries.id, [...ids]), eq(deliveries.state, "planned"), eq(deliveries.mode, mode)))
    .returning();
  return taken.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function writeMail(
  { settings, keyring }: WorkerContext,
  { id, report, links }: { id: string; report: DeliveryReport; links: DeliveryLinks },
  mode: DeliveryMode,
  now: number,
): OutgoingMail {
  const rendered = renderDelivery(settings, report, londonDay(now), links);
  const to = recipientOf(keyring, report.to, mode);
  return addressDelivery(settings, rendered, { to, deliveryId: id, links, earlier: report.earlier });
}

async function skip(tx: Tx, id: string, reason: SkipReason, now: number): Promise<void> {
  await settle(tx, id, { state: "skipped", reason }, now);
}

async function settle(
  tx: Tx,
  id: string,
  { state, reason }: { state: "sent" | "skipped"; reason: string },
  now: number,
): Promise<void> {
  const { deliveries } = tx.tables;
  // What was not sent has not begun either: nobody has had a message of the week.
  const begun = state === "skipped" ? { sendingAt: null } : {};
  await tx
    .update(deliveries)
    .set({ state, reason, ...begun, settledAt: now, leasedUntil: null, batchId: "" })
    .where(eq(deliveries.id, id));
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
