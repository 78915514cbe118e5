import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { BatchKind } from "#db/tables/forwarding.ts";
import type { WorkerContext } from "./worker-context.ts";

/**
 * The requests that may not go again as they are, though the provider would take them once: messages to
 * representatives that were written in another mode, and news of which one reader has meanwhile stopped the news,
 * taken the signature back or erased it. A request goes as a whole or not at all.
 */
export function mayNotRepeat({ db, settings }: WorkerContext, kind: BatchKind) {
  const { deliveries, updateReceipts, signatures } = db.tables;
  if (kind === "delivery")
    return db.read
      .select({ batchId: deliveries.batchId })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.state, "sending"),
          settings.forwarding === "off" ? undefined : ne(deliveries.mode, settings.forwarding),
        ),
      );
  return db.read
    .select({ batchId: updateReceipts.batchId })
    .from(updateReceipts)
    .leftJoin(signatures, eq(signatures.id, updateReceipts.signatureId))
    .where(
      and(
        eq(updateReceipts.state, "sending"),
        or(isNull(signatures.id), ne(signatures.state, "confirmed"), eq(signatures.updates, false)),
      ),
    );
}
