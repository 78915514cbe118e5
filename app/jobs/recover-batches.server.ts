import { and, eq, inArray, isNotNull, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import type { BatchKind } from "#db/tables/forwarding.ts";
import { batchRows, ROW_WORDS } from "./batch-rows.ts";
import { mayNotRepeat } from "./may-not-repeat.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Rows looked after at once. */
const FEW = 100;

/**
 * Looks after what processes that died have left behind: messages that were being written go back to `planned`, and
 * requests that may not go again as they are become uncertain. Returns how many it found.
 */
export async function recoverBatches(context: WorkerContext, kind: BatchKind): Promise<number> {
  const { leasedUntil } = batchRows(context.db.tables, kind);
  const isLeaseOver = lte(leasedUntil, context.clock.now());
  return (await putBack(context, kind, isLeaseOver)) + (await giveUp(context, kind));
}

/**
 * The same at a start, before the first dispatch: on SQLite nobody else can be at work, whatever the leases say; on
 * PostgreSQL they are waited for.
 */
export async function recoverDeliveries(context: WorkerContext): Promise<void> {
  const { db } = context;
  const kinds: BatchKind[] = ["delivery", "update"];
  if (db.engine === "sqlite") {
    for (const kind of kinds) await putBack(context, kind, isNotNull(batchRows(db.tables, kind).leasedUntil));
    await db.transaction("end leases of batches", async (tx) => {
      const { deliveryBatches } = tx.tables;
      await tx.update(deliveryBatches).set({ leasedUntil: null }).where(eq(deliveryBatches.state, "sending"));
    });
  }
  for (const kind of kinds) await recoverBatches(context, kind);
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
 * A row that still has a lease of its own was never sealed into a request, so nothing of it has left. The condition
 * looks at its own row alone: whoever seals it at this moment takes the lease away.
 */
async function putBack({ db, clock, log }: WorkerContext, kind: BatchKind, isOver: SQL): Promise<number> {
  const rows = batchRows(db.tables, kind);
  const isUnsealed = and(
    eq(rows.state, "sending"),
    ne(rows.batchId, ""),
    isNotNull(rows.leasedUntil),
    isOver,
  );
  const found = await db.read.select({ id: rows.id }).from(rows).where(isUnsealed).limit(1);
  if (found.length === 0) return 0;
  const back = await db.transaction("put back deliveries", async (tx) => {
    const { deliveries } = tx.tables;
    if (kind === "delivery") await tx.update(deliveries).set({ sendingAt: null }).where(isUnsealed);
    return tx
      .update(rows)
      .set({ state: "planned", batchId: "", leasedUntil: null, dueAt: clock.now() })
      .where(isUnsealed)
      .returning({ id: rows.id });
  });
  log.warn({ count: back.length }, `${ROW_WORDS[kind]} that had not left are planned again`);
  return back.length;
}

/**
 * What may not go again as it is becomes uncertain: for a person to look at, or for the provider's own message to
 * settle. A request that was made for another way out stays here.
 */
async function giveUp(context: WorkerContext, kind: BatchKind): Promise<number> {
  const { db, clock, transport, log } = context;
  const { deliveryBatches } = db.tables;
  const rows = batchRows(db.tables, kind);
  const now = clock.now();
  const isAbandoned = and(eq(deliveryBatches.kind, kind), isAbandonedBatch(context, now));
  const canRepeat = transport.kind !== "mailbox" && transport.repeatable;
  const isHopeless = canRepeat
    ? or(
        isNull(deliveryBatches.repeatUntil),
        lte(deliveryBatches.repeatUntil, now),
        inArray(deliveryBatches.id, mayNotRepeat(context, kind)),
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
      .update(rows)
      .set({ state: "uncertain", reason: "no answer came", settledAt: now })
      .where(and(inArray(rows.batchId, overIds), eq(rows.state, "sending")))
      .returning({ id: rows.id });
    return members.length;
  });
  log.warn({ count }, `${ROW_WORDS[kind]} without an answer are uncertain`);
  return ids.length;
}
