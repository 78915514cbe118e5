import { and, asc, eq, lte } from "drizzle-orm";
import { endMailings } from "../domain/update/end-mailing.server.ts";
import { planMailing } from "../domain/update/plan-mailing.server.ts";
import type { Begun } from "./batch-rows.ts";
import { beginUpdates } from "./begin-updates.server.ts";
import { dispatchBatches, FEW_ROWS, inGroupsOf } from "./dispatch-batches.server.ts";
import { recoverBatches } from "./recover-batches.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Parts of a mailing planned before mails have their turn again. */
const PARTS = 10;
/** Mails written in one unit: few statements read for all of them, and the pages have their turn between. */
const WRITTEN_AT_ONCE = 25;

/**
 * Plans the mailings whose time has come and sends what is planned, each mail at most once, as messages to
 * representatives are. Returns how much it took on; 0 means that nothing is due, or that mail stands still.
 */
export async function dispatchUpdates(context: WorkerContext): Promise<number> {
  const { transport, clock } = context;
  const recovered = await recoverBatches(context, "update");
  const planned = await planParts(context);
  const sent =
    transport.kind === "mailbox"
      ? await keepPlanned(context)
      : await dispatchBatches(context, transport, {
          kind: "update",
          begin: (ids, batchId) => begin(context, ids, batchId),
          listDue: (limit) => duePlanned(context, limit),
        });
  return recovered + planned + sent + (await endMailings(context, clock.now()));
}

async function planParts(context: WorkerContext): Promise<number> {
  let planned = 0;
  for (let part = 0; part < PARTS; part += 1) {
    const count = await planMailing(context, context.clock.now());
    if (count === 0) break;
    planned += count;
  }
  return planned;
}

async function keepPlanned(context: WorkerContext): Promise<number> {
  const due = await duePlanned(context, 4 * FEW_ROWS);
  await begin(
    context,
    due.map(({ id }) => id),
    "",
  );
  return due.length;
}

async function begin(context: WorkerContext, ids: readonly string[], batchId: string): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (const some of inGroupsOf(WRITTEN_AT_ONCE, ids))
    begun.push(...(await beginUpdates(context, some, batchId)));
  return begun;
}

async function duePlanned(
  { db, clock }: WorkerContext,
  limit: number,
): Promise<{ id: string; reason: string }[]> {
  const { updateReceipts } = db.tables;
  return db.read
    .select({ id: updateReceipts.id, reason: updateReceipts.reason })
    .from(updateReceipts)
    .where(and(eq(updateReceipts.state, "planned"), lte(updateReceipts.dueAt, clock.now())))
    .orderBy(asc(updateReceipts.dueAt), asc(updateReceipts.id))
    .limit(limit);
}
