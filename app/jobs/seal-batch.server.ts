import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { IDEMPOTENT_HOURS } from "#app/policy.ts";
import type { BatchKind } from "#db/tables/forwarding.ts";
import { HOUR } from "../domain/time/durations.ts";
import type { SendingTransport } from "../emails/transport.ts";
import { type Begun, batchRows } from "./batch-rows.ts";
import { DELIVERY_LEASE } from "./begin-deliveries.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** A request that may leave: its bytes and its members are stored. */
export interface Batch {
  id: string;
  kind: BatchKind;
  /** Tells this attempt from any other of the same request. */
  attemptCount: number;
  /** Rows in the order of the request. */
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
  { id, kind }: Pick<Batch, "id" | "kind">,
  begun: readonly Begun[],
): Promise<Batch | undefined> {
  const now = clock.now();
  const ids = begun.map((one) => one.id);
  if (ids.length === 0) return undefined;
  return db.transaction("seal batch", async (tx) => {
    const { deliveryBatches } = tx.tables;
    const rows = batchRows(tx.tables, kind);
    const ours = await tx
      .update(rows)
      .set({ leasedUntil: null })
      .where(
        and(
          inArray(rows.id, ids),
          eq(rows.batchId, id),
          eq(rows.state, "sending"),
          isNotNull(rows.leasedUntil),
        ),
      )
      .returning({ id: rows.id });
    const held = new Set(ours.map((row) => row.id));
    const members = begun.filter((one) => held.has(one.id));
    if (members.length === 0) return undefined;
    const request = transport.serializeRequest(
      members.map(({ mail }) => mail),
      `${kind === "delivery" ? "deliveries" : "updates"}-${id}`,
    );
    const memberIds = members.map((member) => member.id);
    await tx.insert(deliveryBatches).values({
      id,
      kind,
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
    return { id, kind, attemptCount: 1, members: memberIds, request };
  });
}
