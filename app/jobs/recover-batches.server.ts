import { and, eq, inArray, isNotNull, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import type { WorkerContext } from "./worker-context.ts";

/** Rows looked after at once. */
const FEW = 100;

/**
 * Looks after what processes that died have left behind: messages that were being written go back to `planned`, and
 * requests that may not go again as they are become uncertain. Returns how many it found.
 */
export async function recoverBatches(context: WorkerContext): Promise<number> {
  const { deliveries } = context.db.tables;
  const isLeaseOver = lte(deliveries.leasedUntil, context.clock.now());
  return (await putBack(context, isLeaseOver)) + (await giveUp(context));
}

/**
 * The same at a start, before the first dispatch: on SQLite nobody else can be at work, whatever the leases say; on
 * PostgreSQL they are waited for.
 */
export async function recoverDeliveries(context: WorkerContext): Promise<void> {
  const { db } = context;
  if (db.engine === "sqlite") {
    await putBack(context, isNotNull(db.tables.deliveries.leasedUntil));
    await db.transaction("end leases of batches", async (tx) => {
      const { deliveryBatches } = tx.tables;
      await tx.update(deliveryBatches).set({ leasedUntil: null }).where(eq(deliveryBatches.state, "sending"));
    });
  }
  await recoverBatches(context);
}

/** A request on its way that nobody is working at. */
export function isAbandonedBatch({ db }: WorkerContext, now: number): SQL | undefined {
  const { deliveryBatches } = db.tables;
  return and(
    eq(deliveryBatches.state, "sending"),
    or(isNull(deliveryBatches.leasedUntil), lte(deliveryBatches.leasedUntil, now)),
  );
}

/**
 * A delivery that still has a lease of its own was never sealed into a request, so nothing of it has left. The
 * condition looks at its own row alone: whoever seals it at this moment takes the lease away.
 */
async function putBack({ db, clock, log }: WorkerContext, isOver: SQL): Promise<number> {
  const { deliveries } = db.tables;
  const isUnsealed = and(
    eq(deliveries.state, "sending"),
    ne(deliveries.batchId, ""),
    isNotNull(deliveries.leasedUntil),
    isOver,
  );
  const found = await db.read.select({ id: deliveries.id }).from(deliveries).where(isUnsealed).limit(1);
  if (found.length === 0) return 0;
  const back = await db.transaction("put back deliveries", async (tx) =>
    tx
      .update(deliveries)
      .set({ state: "planned", batchId: "", leasedUntil: null, sendingAt: null, dueAt: clock.now() })
      .where(isUnsealed)
      .returning({ id: deliveries.id }),
  );
  log.warn({ count: back.length }, "deliveries that had not left are planned again");
  return back.length;
}

/**
 * What may not go again as it is becomes uncertain: for a person to look at, or for the provider's own message to
 * settle. A request that was made in another mode, or for another way out, stays here.
 */
async function giveUp(context: WorkerContext): Promise<number> {
  const { db, clock, transport, settings, log } = context;
  const { deliveries, deliveryBatches } = db.tables;
  const now = clock.now();
  const isAbandoned = isAbandonedBatch(context, now);
  const inOtherMode = db.read
    .select({ batchId: deliveries.batchId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.state, "sending"),
        settings.forwarding === "off" ? undefined : ne(deliveries.mode, settings.forwarding),
      ),
    );
  const canRepeat = transport.kind !== "mailbox" && transport.repeatable;
  const isHopeless = canRepeat
    ? or(
        isNull(deliveryBatches.repeatUntil),
        lte(deliveryBatches.repeatUntil, now),
        inArray(deliveryBatches.id, inOtherMode),
      )
    : undefined;
  const found = await db.read
    .select({ id: deliveryBatches.id })
    .from(deliveryBatches)
    .where(and(isAbandoned, isHopeless))
    .limit(FEW);
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  const count = await db.transaction("give up batches", async (tx) => {
    const over = await tx
      .update(deliveryBatches)
      .set({ state: "uncertain", request: "", leasedUntil: null, repeatUntil: null, settledAt: now })
      .where(and(inArray(deliveryBatches.id, ids), isAbandoned))
      .returning({ id: deliveryBatches.id });
    const overIds = over.map(({ id }) => id);
    const members = await tx
      .update(deliveries)
      .set({ state: "uncertain", reason: "no answer came", settledAt: now })
      .where(and(inArray(deliveries.batchId, overIds), eq(deliveries.state, "sending")))
      .returning({ id: deliveries.id });
    return members.length;
  });
  log.warn({ count }, "deliveries without an answer are uncertain");
  return ids.length;
}
