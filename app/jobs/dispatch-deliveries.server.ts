import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { findDispatchStop, takeProbe } from "../domain/forwarding/dispatch-stop.server.ts";
import type { SendingTransport } from "../emails/transport.ts";
import { beginDelivery } from "./begin-delivery.server.ts";
import { isAbandonedBatch, recoverBatches } from "./recover-batches.server.ts";
import { repeatBatch, sendBatch } from "./send-batch.server.ts";
import { ALONE } from "./settle-batch.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Deliveries taken on before jobs have their turn again, where each is a request of its own. */
const DELIVERIES = 20;
/** The same in full requests. */
const REQUESTS = 4;

/** One request to send: again with the same bytes, or with what is planned. */
type Piece = { repeat: string } | { ids: string[] };

/**
 * Sends the planned messages to representatives that are due, each at most once. Returns how many requests and
 * deliveries it took on; 0 means that nothing is due, or that everything is stopped. Requests that had no answer go
 * again where the provider takes the same one once, and their messages stand as `uncertain` everywhere else.
 */
export async function dispatchDeliveries(context: WorkerContext): Promise<number> {
  const { transport, settings } = context;
  const recovered = await recoverBatches(context);
  if (settings.forwarding === "off") return recovered;
  if (transport.kind === "mailbox") return recovered + (await keepPlanned(context, settings.forwarding));
  return recovered + (await sendDue(context, transport, settings.forwarding));
}

async function keepPlanned(context: WorkerContext, mode: DeliveryMode): Promise<number> {
  const due = await duePlanned(context, mode, DELIVERIES);
  for (const { id } of due) await beginDelivery(context, id, mode, "");
  return due.length;
}

async function sendDue(
  context: WorkerContext,
  transport: SendingTransport,
  mode: DeliveryMode,
): Promise<number> {
  const now = context.clock.now();
  const stop = await findDispatchStop(context.db.read);
  if (stop && stop.probeAt > now) return 0;
  const pieces = await duePieces(context, transport, mode);
  if (!stop) return sendPieces(context, transport, mode, pieces);
  // After a stop, one message alone says whether it goes again.
  const [first] = pieces;
  if (!first || !(await context.db.transaction("probe dispatch", (tx) => takeProbe(tx, now)))) return 0;
  const probe = "ids" in first ? { ids: first.ids.slice(0, 1) } : first;
  return sendPieces(context, transport, mode, [probe]);
}

/** Works at as many requests at once as the transport can have under way; ends early where the other side is down. */
async function sendPieces(
  context: WorkerContext,
  transport: SendingTransport,
  mode: DeliveryMode,
  pieces: readonly Piece[],
): Promise<number> {
  const waiting = [...pieces];
  let takenCount = 0;
  let goesOn = true;

  async function lane(): Promise<void> {
    while (goesOn) {
      const piece = waiting.shift();
      if (!piece) return;
      takenCount += "ids" in piece ? piece.ids.length : 1;
      const isFine = await send(piece).catch((error: unknown) => {
        goesOn = false;
        throw error;
      });
      if (!isFine) goesOn = false;
    }
  }

  function send(piece: Piece): Promise<boolean> {
    return "ids" in piece
      ? sendBatch(context, transport, piece.ids, mode)
      : repeatBatch(context, transport, piece.repeat);
  }

  const lanes = await Promise.allSettled(Array.from({ length: transport.requestsAtOnce }, lane));
  for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
  return takenCount;
}

async function duePieces(
  context: WorkerContext,
  { mailsPerRequest, repeatable }: SendingTransport,
  mode: DeliveryMode,
): Promise<Piece[]> {
  const { db, clock } = context;
  const { deliveryBatches } = db.tables;
  const now = clock.now();
  const unanswered = repeatable
    ? await db.read
        .select({ id: deliveryBatches.id })
        .from(deliveryBatches)
        .where(
          and(
            isAbandonedBatch(context, now),
            lte(deliveryBatches.dueAt, now),
            gt(deliveryBatches.repeatUntil, now),
          ),
        )
        .orderBy(asc(deliveryBatches.dueAt), asc(deliveryBatches.id))
        .limit(REQUESTS)
    : [];
  const planned = await duePlanned(context, mode, Math.max(DELIVERIES, REQUESTS * mailsPerRequest));
  const alone = planned.filter(({ reason }) => reason === ALONE).map(({ id }) => [id]);
  const together = planned.filter(({ reason }) => reason !== ALONE).map(({ id }) => id);
  const requests = [...inGroupsOf(mailsPerRequest, together), ...alone];
  return [...unanswered.map(({ id }) => ({ repeat: id })), ...requests.map((ids) => ({ ids }))];
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

function inGroupsOf(size: number, ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, index) => ids.slice(index * size, (index + 1) * size));
}
