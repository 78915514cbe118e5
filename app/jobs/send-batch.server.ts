import { and, eq, gt, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { SendingTransport } from "../emails/transport.ts";
import { type Begun, beginDelivery, DELIVERY_LEASE } from "./begin-delivery.server.ts";
import { isAbandonedBatch } from "./recover-batches.server.ts";
import { type Batch, sealBatch } from "./seal-batch.server.ts";
import { settleBatch } from "./settle-batch.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Messages written at once: a few share a commit, and the pages have their turn between. */
const WRITTEN_AT_ONCE = 25;

/** Sends planned deliveries in one request. False where the other side seems to be down, or everything was stopped. */
export async function sendBatch(
  context: WorkerContext,
  transport: SendingTransport,
  ids: readonly string[],
  mode: DeliveryMode,
): Promise<boolean> {
  const batchId = v7({ msecs: context.clock.now() });
  const begun: Begun[] = [];
  for (let from = 0; from < ids.length; from += WRITTEN_AT_ONCE) {
    const some = ids.slice(from, from + WRITTEN_AT_ONCE);
    const written = await Promise.all(some.map((id) => beginDelivery(context, id, mode, batchId)));
    begun.push(...written.filter((one) => one !== undefined));
  }
  const batch = await sealBatch(context, transport, batchId, begun);
  return batch ? sendSealed(context, transport, batch, false) : true;
}

/** Sends the very bytes of a request again that had no answer. False as above. */
export async function repeatBatch(
  context: WorkerContext,
  transport: SendingTransport,
  id: string,
): Promise<boolean> {
  const { db, clock } = context;
  const { deliveryBatches } = db.tables;
  const now = clock.now();
  const [claimed] = await db.transaction("repeat batch", async (tx) =>
    tx
      .update(deliveryBatches)
      .set({ attemptCount: sql`${deliveryBatches.attemptCount} + 1`, leasedUntil: now + DELIVERY_LEASE })
      .where(
        and(eq(deliveryBatches.id, id), isAbandonedBatch(context, now), gt(deliveryBatches.repeatUntil, now)),
      )
      .returning(),
  );
  if (!claimed) return true;
  const request = openRequest(context, claimed);
  if (request === undefined) return true;
  const members = Members.parse(JSON.parse(claimed.members));
  return sendSealed(context, transport, { id, attemptCount: claimed.attemptCount, members, request }, true);
}

const Members = z.array(z.string());

async function sendSealed(
  context: WorkerContext,
  transport: SendingTransport,
  batch: Batch,
  isRepeat: boolean,
): Promise<boolean> {
  const outcome = await transport.send(batch.request, "weekly");
  return settleBatch(context, { ...batch, isRepeat, isRepeatable: transport.repeatable }, outcome);
}

/** What was sent before; undefined when its secret is gone, and then its time runs out. */
function openRequest(
  { keyring, log }: WorkerContext,
  { id, request }: { id: string; request: string },
): string | undefined {
  try {
    return keyring.open({ table: "delivery_batches", column: "request", rowId: id }, request);
  } catch {
    log.error({ batch: id }, "the stored request of a batch cannot be opened");
    return undefined;
  }
}
