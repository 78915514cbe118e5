import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { DueDelivery } from "./due.ts";
import { slotInstant } from "./slots.ts";

/**
 * Writes planned messages of a round and returns how many are new. The items go in only with the delivery that this
 * unit has made: whoever was first has planned it all.
 */
export async function insertPlans(
  tx: Tx,
  due: readonly DueDelivery[],
  { slotOn, mode }: { slotOn: string; mode: DeliveryMode },
  now: number,
): Promise<number> {
  const { deliveries, deliveryItems } = tx.tables;
  const dueAt = slotInstant(slotOn);
  const planned = due.map((delivery) => ({ id: v7({ msecs: now }), ...delivery }));
  const made = await insertRows(
    tx,
    deliveries,
    planned.map(({ id, addressHash, termId }) => ({
      ...{ id, addressHash, slotOn, termId, mode, dueAt, plannedAt: now },
      ...{ state: "planned" as const, reason: "", attemptCount: 0, providerId: "" },
    })),
  )
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  const ours = new Set(made.map(({ id }) => id));
  const items = planned
    .filter(({ id }) => ours.has(id))
    .flatMap(({ id, items: listed }) => listed.map((item) => ({ ...item, slotOn, deliveryId: id })));
  if (items.length > 0) await insertRows(tx, deliveryItems, items).onConflictDoNothing();
  return made.length;
}
