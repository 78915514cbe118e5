import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { IDEMPOTENT_HOURS } from "#app/policy.ts";
import { HOUR } from "../domain/time/durations.ts";
import type { SendingTransport } from "../emails/transport.ts";
import { type Begun, DELIVERY_LEASE } from "./begin-delivery.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** A request that may leave: its bytes and its members are stored. */
export interface Batch {
  id: string;
  /** Tells this attempt from any other of the same request. */
  attemptCount: number;
  /** Deliveries in the order of the request. */
  members: readonly string[];
  request: string;
}

/**
 * Stores one request with all that travels in it, durably: only now may a byte of it leave. What somebody else has
 * put back meanwhile stays out; undefined where nothing is left. From here on the request's row has the lease, and
 * its members have none: that tells what may have left from what surely has not.
 */
export async function sealBatch(
  { db, keyring, clock }: WorkerContext,
  transport: SendingTransport,
  id: string,
  begun: readonly Begun[],
): Promise<Batch | undefined> {
  const now = clock.now();
  const ids = begun.map((one) => one.id);
  if (ids.length === 0) return undefined;
  return db.transaction("seal batch", async (tx) => {
    const { deliveries, deliveryBatches } = tx.tables;
    const ours = await tx
      .update(deliveries)
      .set({ leasedUntil: null })
      .where(
        and(
          inArray(deliveries.id, ids),
          eq(deliveries.batchId, id),
          eq(deliveries.state, "sending"),
          isNotNull(deliveries.leasedUntil),
        ),
      )
      .returning({ id: deliveries.id });
    const held = new Set(ours.map((delivery) => delivery.id));
    const members = begun.filter((one) => held.has(one.id));
    if (members.length === 0) return undefined;
    const request = transport.serializeRequest(
      members.map(({ mail }) => mail),
      `deliveries-${id}`,
    );
    const memberIds = members.map((member) => member.id);
    await tx.insert(deliveryBatches).values({
      id,
      state: "sending",
      request: keyring.seal({ table: "delivery_batches", column: "request", rowId: id }, request),
      members: JSON.stringify(memberIds),
      attemptCount: 1,
      dueAt: now,
      leasedUntil: now + DELIVERY_LEASE,
      repeatUntil: transport.repeatable ? now + IDEMPOTENT_HOURS * HOUR : null,
      createdAt: now,
      settledAt: null,
    });
    return { id, attemptCount: 1, members: memberIds, request };
  });
}
