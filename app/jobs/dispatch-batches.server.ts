import { and, asc, eq, gt, lte } from "drizzle-orm";
import { findDispatchStop, takeProbe } from "../domain/forwarding/dispatch-stop.server.ts";
import type { SendingTransport } from "../emails/transport.ts";
import { isAbandonedBatch } from "./recover-batches.server.ts";
import { type BatchSource, repeatBatch, sendBatch } from "./send-batch.server.ts";
import { ALONE } from "./settle-batch.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Rows taken on before jobs have their turn again, where each is a request of its own. */
export const FEW_ROWS = 20;
/** The same in full requests. */
const REQUESTS = 4;

/** What requests carry, how it is taken on, and what of it is due. */
export interface DispatchSource extends BatchSource {
  /** The planned rows whose time has come, the oldest first. */
  listDue(limit: number): Promise<{ id: string; reason: string }[]>;
}

/** One request to send: again with the same bytes, or with what is planned. */
type Piece = { repeat: string } | { ids: string[] };

/**
 * Sends what is due of one kind, and repeats requests that had no answer where the provider takes the same one once.
 * Returns how many requests and rows it took on; 0 means that nothing is due, or that the kind is stopped.
 */
export async function dispatchBatches(
  context: WorkerContext,
  transport: SendingTransport,
  source: DispatchSource,
): Promise<number> {
  const now = context.clock.now();
  const { kind } = source;
  const stop = await findDispatchStop(context.db.read, kind);
  if (stop && stop.probeAt > now) return 0;
  const pieces = await duePieces(context, transport, source);
  if (!stop) return sendPieces(context, transport, source, pieces);
  // After a stop, one message alone says whether it goes again.
  const [first] = pieces;
  if (!first || !(await context.db.transaction("probe dispatch", (tx) => takeProbe(tx, now, kind)))) return 0;
  const probe = "ids" in first ? { ids: first.ids.slice(0, 1) } : first;
  return sendPieces(context, transport, source, [probe]);
}

/** Works at as many requests at once as the transport can have under way; ends early where the other side is down. */
async function sendPieces(
  context: WorkerContext,
  transport: SendingTransport,
  source: BatchSource,
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
      ? sendBatch(context, transport, piece.ids, source)
      : repeatBatch(context, transport, piece.repeat);
  }

  const lanes = await Promise.allSettled(Array.from({ length: transport.requestsAtOnce }, lane));
  for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
  return takenCount;
}

async function duePieces(
  context: WorkerContext,
  { mailsPerRequest, repeatable }: SendingTransport,
  { kind, listDue }: DispatchSource,
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
            eq(deliveryBatches.kind, kind),
            isAbandonedBatch(context, now),
            lte(deliveryBatches.dueAt, now),
            gt(deliveryBatches.repeatUntil, now),
          ),
        )
        .orderBy(asc(deliveryBatches.dueAt), asc(deliveryBatches.id))
        .limit(REQUESTS)
    : [];
  const planned = await listDue(Math.max(FEW_ROWS, REQUESTS * mailsPerRequest));
  const alone = planned.filter(({ reason }) => reason === ALONE).map(({ id }) => [id]);
  const together = planned.filter(({ reason }) => reason !== ALONE).map(({ id }) => id);
  const requests = [...inGroupsOf(mailsPerRequest, together), ...alone];
  return [...unanswered.map(({ id }) => ({ repeat: id })), ...requests.map((ids) => ({ ids }))];
}

/** Parts of a list, each of at most so many. */
export function inGroupsOf(size: number, ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, index) => ids.slice(index * size, (index + 1) * size));
}
