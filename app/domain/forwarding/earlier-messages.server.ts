import { and, eq, inArray, lte, notInArray, sql } from "drizzle-orm";
import { THREADED_MESSAGES } from "#app/policy-forwarding.ts";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { TOLD_STATES } from "./forwarding.ts";
import type { Delivery } from "./prepare-deliveries.server.ts";

/** What went to an address before a message. */
export interface Earlier {
  /** Nothing did. */
  isFirst: boolean;
  /** The latest messages about a campaign, oldest first: a mail program shows them as one thread. */
  earlier: string[];
}

/** Reads what went before to the addresses of some messages. */
export async function readEarlier(
  read: Reader,
  messages: readonly Delivery[],
  mode: DeliveryMode,
): Promise<(message: Delivery, campaignId: string) => Earlier> {
  const { deliveries, deliveryItems } = read.tables;
  const { addressHash, slotOn, id } = deliveries;
  const { campaignId } = deliveryItems;
  const told = read
    .selectDistinct({
      ...{ id, addressHash, slotOn, campaignId },
      age: sql<number>`dense_rank() over (partition by ${addressHash}, ${campaignId} order by ${slotOn} desc, ${id} desc)`.as(
        "age",
      ),
    })
    .from(deliveries)
    .innerJoin(deliveryItems, eq(deliveryItems.deliveryId, id))
    .where(
      and(
        inArray(addressHash, [...new Set(messages.map((one) => one.addressHash))]),
        notInArray(
          id,
          messages.map((one) => one.id),
        ),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...TOLD_STATES]),
      ),
    )
    .as("told");
  const rows = await read.select().from(told).where(lte(told.age, THREADED_MESSAGES));
  const threads = new Map<string, typeof rows>();
  for (const row of rows.sort((a, b) => b.age - a.age))
    for (const key of [row.addressHash, `${row.addressHash} ${row.campaignId}`])
      threads.set(key, [...(threads.get(key) ?? []), row]);
  return (message, about) => ({
    isFirst: !threads.has(message.addressHash),
    earlier: (threads.get(`${message.addressHash} ${about}`) ?? []).map((row) => row.id),
  });
}
