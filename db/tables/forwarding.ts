import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";
import type { representativeTables } from "./representative.ts";

export type DeliveryState =
  | "planned"
  | "sending"
  | "sent"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "skipped"
  | "superseded"
  | "uncertain";
/** For real, or with every address replaced by one that leads nowhere. */
export type DeliveryMode = "rehearsal" | "live";

/** One message to one address in one week, and the campaigns in it. */
export function forwardingTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { representatives, terms }: ReturnType<typeof representativeTables>,
) {
  const deliveries = d.table(
    "deliveries",
    {
      id: d.text("id").primaryKey(),
      addressHash: d.text("address_hash").notNull(),
      /** The London day of the weekly slot. */
      slotOn: d.text("slot_on").notNull(),
      termId: d
        .text("term_id")
        .notNull()
        .references(() => terms.id),
      /** A message that was only rehearsed has told nobody anything. */
      mode: d.text("mode").$type<DeliveryMode>().notNull(),
      state: d.text("state").$type<DeliveryState>().notNull(),
      reason: d.text("reason").notNull(),
      attemptCount: d.integer("attempt_count").notNull(),
      dueAt: d.instant("due_at").notNull(),
      /** The rendered provider request, encrypted, from just before it is sent until its fate is known. */
      request: d.text("request").notNull(),
      providerId: d.text("provider_id").notNull(),
      plannedAt: d.instant("planned_at").notNull(),
      /** When the latest attempt began. */
      sendingAt: d.instant("sending_at"),
      /** While a worker is at it: until when nobody else may take it for abandoned. */
      leasedUntil: d.instant("leased_until"),
      /** Until when the stored request may go again unchanged; null where the provider would take it twice. */
      repeatUntil: d.instant("repeat_until"),
      settledAt: d.instant("settled_at"),
    },
    (t) => [
      d.uniqueIndex("deliveries_once_a_week").on(t.addressHash, t.slotOn),
      d.index("deliveries_due").on(t.state, t.dueAt, t.id),
      d.index("deliveries_by_provider_id").on(t.providerId),
    ],
  );

  const deliveryItems = d.table(
    "delivery_items",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      representativeId: d
        .text("representative_id")
        .notNull()
        .references(() => representatives.id),
      slotOn: d.text("slot_on").notNull(),
      deliveryId: d
        .text("delivery_id")
        .notNull()
        .references(() => deliveries.id),
      gssCode: d.text("gss_code").notNull(),
      tally: d.integer("tally").notNull(),
      previousTally: d.integer("previous_tally"),
      previousOn: d.text("previous_on").notNull(),
      step: d.integer("step").notNull(),
      /** The one last message after the campaign has closed. */
      isClosing: d.boolean("is_closing").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.representativeId, t.slotOn] }),
      d.index("delivery_items_by_delivery").on(t.deliveryId),
      d.index("delivery_items_by_representative").on(t.representativeId, t.campaignId, t.slotOn),
    ],
  );

  return { deliveries, deliveryItems };
}
