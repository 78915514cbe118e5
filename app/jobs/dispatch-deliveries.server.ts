import { and, asc, eq, lte } from "drizzle-orm";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { Begun } from "./batch-rows.ts";
import { beginDeliveries } from "./begin-deliveries.server.ts";
import { dispatchBatches, FEW_ROWS, inGroupsOf } from "./dispatch-batches.server.ts";
import { recoverBatches } from "./recover-batches.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Messages written in one unit: few statements read for all of them, and the pages have their turn between. */
const WRITTEN_AT_ONCE = 50;

/**
 * Sends the planned messages to representatives that are due, each at most once. Returns how many requests and
 * deliveries it took on; 0 means that nothing is due, or that everything is stopped. Requests that had no answer go
 * again where the provider takes the same one once, and their messages stand as `uncertain` everywhere else.
 */
export async function dispatchDeliveries(context: WorkerContext): Promise<number> {
  const { transport, settings } = context;
  const recovered = await recoverBatches(context, "delivery");
  const mode = settings.forwarding;
  if (mode === "off") return recovered;
  if (transport.kind === "mailbox") return recovered + (await keepPlanned(context, mode));
  const sent = await dispatchBatches(context, transport, {
    kind: "delivery",
    begin: (ids, batchId) => begin(context, ids, mode, batchId),
    listDue: (limit) => duePlanned(context, mode, limit),
  });
  return recovered + sent;
}

async function keepPlanned(context: WorkerContext, mode: DeliveryMode): Promise<number> {
  const due = await duePlanned(context, mode, FEW_ROWS);
  await beginDeliveries(
    context,
    due.map(({ id }) => id),
    mode,
    "",
  );
  return due.length;
}

async function begin(
  context: WorkerContext,
  ids: readonly string[],
  mode: DeliveryMode,
  batchId: string,
): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (const some of inGroupsOf(WRITTEN_AT_ONCE, ids))
    begun.push(...(await beginDeliveries(context, some, mode, batchId)));
  return begun;
}

async function duePlanned(
  { db, clock }: WorkerContext,
  mode: DeliveryMode,
  limit: number,
): Promise<{ id: string; reason: string }[]> {
  const { deliveries } = db.tables;
  return db.read
    .select({ id: deliveries.id, reason: deliveries.reason })
    .from(deliveries)
    .where(
      and(eq(deliveries.state, "planned"), eq(deliveries.mode, mode), lte(deliveries.dueAt, clock.now())),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(limit);
}
