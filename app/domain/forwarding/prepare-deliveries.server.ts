import { and, eq, inArray } from "drizzle-orm";
import { DAYS_BETWEEN_DELIVERIES } from "#app/policy-forwarding.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { daysBetween, londonDay } from "../time/london.ts";
import { readEarlier } from "./earlier-messages.server.ts";
import type { SkipReason } from "./forwarding.ts";
import { quietAreas } from "./polls.server.ts";
import type { DeliveryReport } from "./report.ts";
import { withDetails } from "./report-details.server.ts";
import { readStories } from "./report-item-stories.server.ts";
import { refreshItems } from "./report-items.server.ts";
import { canBeWrittenTo, isRunning } from "./terms.server.ts";

/** A row of deliveries. */
export type Delivery = Tables["deliveries"]["$inferSelect"];

/** What a message is to say, or why nothing is to be sent. */
export type Prepared = DeliveryReport | { skip: SkipReason };

/**
 * Brings messages of one mode up to date in the moment they are sent, and reads what each is to say: campaigns that
 * may no longer be told drop out, tallies are those of the present publication. All are read together, by few
 * statements; the answer is by the message's id.
 */
export async function prepareDeliveries(
  tx: Tx,
  deliveries: readonly Delivery[],
  mode: DeliveryMode,
  now: number,
): Promise<ReadonlyMap<string, Prepared>> {
  const today = londonDay(now);
  const inTime = deliveries.filter(({ slotOn }) => daysBetween(slotOn, today) < DAYS_BETWEEN_DELIVERIES);
  const addressees = await findAddressees(tx, inTime, { today, mode });
  const ready = inTime.filter(({ id }) => addressees.has(id));
  const quiet = await quietAreas(tx, today);
  const freshOf = await refreshItems(tx, ready, { today, mode, quiet });
  const earlierOf = await readEarlier(tx, ready, mode);
  const fresh = new Map(ready.map((delivery) => [delivery.id, freshOf(delivery)]));
  const storiesOf = await readStories(
    tx,
    [...fresh.values()].flatMap(({ items }) => items),
    mode,
  );
  const prepared = new Map<string, Prepared>(deliveries.map(({ id }) => [id, { skip: "too_late" }]));
  for (const { id } of inTime) prepared.set(id, { skip: "address_withdrawn" });
  for (const delivery of ready) {
    const { items, readers, isQuiet } = fresh.get(delivery.id) ?? freshOf(delivery);
    const [first] = items;
    const addressee = addressees.get(delivery.id);
    if (!first || !addressee) {
      prepared.set(delivery.id, { skip: isQuiet ? "quiet_period" : "nothing_to_tell" });
      continue;
    }
    const { source, checkedOn, ...to } = addressee;
    prepared.set(delivery.id, {
      ...{ to, readers, source, checkedOn },
      items: await withDetails(tx, delivery, items),
      stories: storiesOf(items),
      ...earlierOf(delivery, first.campaignId),
    });
  }
  return prepared;
}

/** The seats that are still held and still have the address that a message was planned for, by the message's id. */
async function findAddressees(
  read: Reader,
  deliveries: readonly Delivery[],
  { today, mode }: { today: string; mode: DeliveryMode },
) {
  const { terms, representatives } = read.tables;
  const rows = await read
    .select({
      termId: terms.id,
      address: terms.address,
      addressHash: terms.addressHash,
      source: terms.source,
      checkedOn: terms.checkedOn,
      publicId: representatives.publicId,
      isInvented: representatives.isInvented,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(
      and(
        inArray(
          terms.id,
          deliveries.map(({ termId }) => termId),
        ),
        isRunning(read, today),
        canBeWrittenTo(read, "", mode),
      ),
    );
  const held = new Map(rows.map((row) => [row.termId, row]));
  return new Map(
    deliveries.flatMap(({ id, termId, addressHash }) => {
      const seat = held.get(termId);
      if (seat?.addressHash !== addressHash) return [];
      const { addressHash: _hash, ...addressee } = seat;
      return [[id, addressee] as const];
    }),
  );
}
