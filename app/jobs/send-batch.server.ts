import { and, eq, gt, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import type { BatchKind } from "#db/tables/forwarding.ts";
import type { SendingTransport } from "../emails/transport.ts";
import type { Begun } from "./batch-rows.ts";
import { DELIVERY_LEASE } from "./begin-deliveries.server.ts";
import { isAbandonedBatch } from "./recover-batches.server.ts";
import { type Batch, sealBatch } from "./seal-batch.server.ts";
import { settleBatch } from "./settle-batch.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** What requests carry, and how it is taken on. */
export interface BatchSource {
  kind: BatchKind;
  /**
   * Takes planned rows on and writes their mails, which are to travel in the request of this id. Nothing leaves yet.
   * What need not go, what somebody else has, and what the mailbox has taken, is left out.
   */
  begin(ids: readonly string[], batchId: string): Promise<Begun[]>;
}

/** Sends planned rows in one request. False where the other side seems to be down, or everything was stopped. */
export async function sendBatch(
  context: WorkerContext,
  transport: SendingTransport,
  ids: readonly string[],
  { kind, begin }: BatchSource,
): Promise<boolean> {
  const id = v7({ msecs: context.clock.now() });
  const batch = await sealBatch(context, transport, { id, kind }, await begin(ids, id));
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
  const { kind, attemptCount } = claimed;
  return sendSealed(context, transport, { id, kind, attemptCount, members, request }, true);
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
