import { and, desc, eq, exists, inArray, ne } from "drizzle-orm";
import { DAYS_BETWEEN_DELIVERIES, THREADED_MESSAGES } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { daysBetween, londonDay } from "../time/london.ts";
import { type SkipReason, TOLD_STATES } from "./forwarding.ts";
import { quietAreas } from "./polls.server.ts";
import type { DeliveryReport } from "./report.ts";
import { withDetails } from "./report-details.server.ts";
import { refreshItems } from "./report-items.server.ts";
import { canBeWrittenTo, isRunning } from "./terms.server.ts";

/** A row of deliveries. */
export type Delivery = Tables["deliveries"]["$inferSelect"];

/**
 * Brings a delivery up to date in the moment it is sent, and reads what it is to say: campaigns that may no longer
 * be told drop out, tallies are those of the present publication. Says why where nothing is to be sent.
 */
export async function prepareDelivery(
  tx: Tx,
  delivery: Delivery,
  now: number,
): Promise<DeliveryReport | { skip: SkipReason }> {
  const today = londonDay(now);
  if (daysBetween(delivery.slotOn, today) >= DAYS_BETWEEN_DELIVERIES) return { skip: "too_late" };
  const addressee = await findAddressee(tx, delivery, today);
  if (!addressee) return { skip: "address_withdrawn" };
  const quiet = await quietAreas(tx, today);
  const { items, readers, isQuiet } = await refreshItems(tx, delivery, { today, quiet });
  const [first] = items;
  if (!first) return { skip: isQuiet ? "quiet_period" : "nothing_to_tell" };
  const { source, checkedOn, ...to } = addressee;
  return {
    ...{ to, readers, source, checkedOn },
    items: await withDetails(tx, delivery, items),
    isFirst: await isFirstTo(tx, delivery),
    earlier: await listEarlier(tx, delivery, first.campaignId),
  };
}

/** The seat, if it is still held and still has the address that this was planned for. */
async function findAddressee(read: Reader, delivery: Delivery, today: string) {
  const { terms, representatives } = read.tables;
  const [row] = await read
    .select({
      termId: terms.id,
      address: terms.address,
      source: terms.source,
      checkedOn: terms.checkedOn,
      publicId: representatives.publicId,
      isInvented: representatives.isInvented,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(
      and(
        eq(terms.id, delivery.termId),
        eq(terms.addressHash, delivery.addressHash),
        isRunning(read, today),
        canBeWrittenTo(read, "", delivery.mode),
      ),
    );
  return row;
}

async function isFirstTo(read: Reader, delivery: Delivery): Promise<boolean> {
  const { deliveries } = read.tables;
  const earlier = await read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(isEarlier(read, delivery))
    .limit(1);
  return earlier.length === 0;
}

/** The latest messages to this address about a campaign, oldest first: a mail program shows them as one thread. */
async function listEarlier(read: Reader, delivery: Delivery, campaignId: string): Promise<string[]> {
  const { deliveries, deliveryItems } = read.tables;
  const aboutCampaign = read
    .select({ id: deliveryItems.deliveryId })
    .from(deliveryItems)
    .where(and(eq(deliveryItems.deliveryId, deliveries.id), eq(deliveryItems.campaignId, campaignId)));
  const rows = await read
    .select({ id: deliveries.id })
    .from(deliveries)
    // Not a join: SQLite would begin with everybody whom the campaign has told.
    .where(and(isEarlier(read, delivery), exists(aboutCampaign)))
    .orderBy(desc(deliveries.slotOn), desc(deliveries.id))
    .limit(THREADED_MESSAGES);
  return rows.map(({ id }) => id).reverse();
}

function isEarlier({ tables: { deliveries } }: Reader, { id, addressHash, mode }: Delivery) {
  return and(
    eq(deliveries.addressHash, addressHash),
    eq(deliveries.mode, mode),
    ne(deliveries.id, id),
    inArray(deliveries.state, [...TOLD_STATES]),
  );
}
