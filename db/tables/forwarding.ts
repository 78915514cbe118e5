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
/** What a request carries: messages to representatives, or news to signatories. */
export type BatchKind = "delivery" | "update";
export type BatchState = "sending" | "settled" | "uncertain";
/** Whose councillors hear: those of the council concerned, all whose wards have enough signatures, or none. */
export type CouncillorScope = "concerned" | "all" | "none";
/** The usual steps, or every second of them. */
export type StepPace = "usual" | "slow";
export type PollKind = "general" | "local" | "devolved" | "mayoral" | "by_election" | "referendum";
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
      providerId: d.text("provider_id").notNull(),
      plannedAt: d.instant("planned_at").notNull(),
      /** When the latest attempt began. */
      sendingAt: d.instant("sending_at"),
      /** While a worker is at it: until when nobody else may take it for abandoned. */
      leasedUntil: d.instant("leased_until"),
      settledAt: d.instant("settled_at"),
      /** The request that it travels in together with others, or blank. */
      batchId: d.text("batch_id").notNull().default(""),
    },
    (t) => [
      d.uniqueIndex("deliveries_once_a_week").on(t.addressHash, t.slotOn),
      d.index("deliveries_due").on(t.state, t.dueAt, t.id),
      d.index("deliveries_by_provider_id").on(t.providerId),
      d.index("deliveries_by_batch").on(t.batchId),
      d.index("deliveries_by_term").on(t.termId, t.slotOn),
    ],
  );

  /** One request that carries several messages: its bytes and its members are kept before the first byte leaves. */
  const deliveryBatches = d.table(
    "delivery_batches",
    {
      id: d.text("id").primaryKey(),
      kind: d.text("kind").$type<BatchKind>().notNull().default("delivery"),
      state: d.text("state").$type<BatchState>().notNull(),
      /** Encrypted, until its fate is known. */
      request: d.text("request").notNull(),
      /** The deliveries in it, in the order of the request: ids as JSON. */
      members: d.text("members").notNull(),
      attemptCount: d.integer("attempt_count").notNull(),
      dueAt: d.instant("due_at").notNull(),
      leasedUntil: d.instant("leased_until"),
      repeatUntil: d.instant("repeat_until"),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
    },
    (t) => [d.index("delivery_batches_due").on(t.state, t.dueAt, t.id)],
  );

  /** What the provider or a mail server has told us of what we sent; each is taken in once. */
  const mailEvents = d.table(
    "mail_events",
    {
      /** The event's own id: of the webhook, or of the message that came in. */
      id: d.text("id").primaryKey(),
      /** The delivery or outbox row that it is about, or blank. */
      rowId: d.text("row_id").notNull(),
      kind: d.text("kind").notNull(),
      /** When it happened by the sender's clock. */
      happenedAt: d.instant("happened_at").notNull(),
      receivedAt: d.instant("received_at").notNull(),
    },
    (t) => [
      d.index("mail_events_by_row").on(t.rowId, t.happenedAt),
      d.index("mail_events_by_age").on(t.receivedAt),
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
      /** The tables of places as this message shows them, as JSON: what the next one states growth against. */
      places: d.text("places").notNull().default(""),
      /** The one last message after the campaign has closed. */
      isClosing: d.boolean("is_closing").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.representativeId, t.slotOn] }),
      d.index("delivery_items_by_delivery").on(t.deliveryId),
      d.index("delivery_items_by_representative").on(t.representativeId, t.campaignId, t.slotOn),
    ],
  );

  /** Who is told and how often: the site's own rule under a blank campaign, and what an organiser chose within it. */
  const forwardingRules = d.table("forwarding_rules", {
    campaignId: d.text("campaign_id").primaryKey(),
    tellsMps: d.boolean("tells_mps").notNull(),
    councillors: d.text("councillors").$type<CouncillorScope>().notNull(),
    tellsRecipients: d.boolean("tells_recipients").notNull(),
    pace: d.text("pace").$type<StepPace>().notNull(),
    sendsClosing: d.boolean("sends_closing").notNull(),
    isPaused: d.boolean("is_paused").notNull(),
    changedAt: d.instant("changed_at").notNull(),
    changedBy: d.text("changed_by").notNull(),
  });

  /** A poll and the days before it in which nobody there is written to. */
  const polls = d.table(
    "polls",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      kind: d.text("kind").$type<PollKind>().notNull(),
      name: d.text("name").notNull(),
      /** Where: a GSS code, a nation (`GB-WLS`), or blank for everywhere. */
      area: d.text("area").notNull(),
      quietFrom: d.text("quiet_from").notNull(),
      pollOn: d.text("poll_on").notNull(),
      source: d.text("source").notNull(),
      /** Called off. */
      isCancelled: d.boolean("is_cancelled").notNull(),
    },
    (t) => [d.uniqueIndex("polls_by_public_id").on(t.publicId), d.index("polls_by_day").on(t.pollOn, t.id)],
  );

  /** A reader who asked for a rest: from one campaign, or from all where the campaign is blank. */
  const pauses = d.table(
    "pauses",
    {
      id: d.text("id").primaryKey(),
      addressHash: d.text("address_hash").notNull(),
      campaignId: d.text("campaign_id").notNull(),
      /** Asked by link, by one click in a mail program, by complaint, by an admin. */
      reason: d.text("reason").notNull(),
      /** Who was asked for: the seat that the message went to. */
      termId: d.text("term_id").notNull(),
      /** Why, in the reader's own words; encrypted, or blank. */
      words: d.text("words").notNull().default(""),
      /** What a reader asked for in a rehearsal holds for rehearsals. */
      mode: d.text("mode").$type<DeliveryMode>().notNull().default("live"),
      createdAt: d.instant("created_at").notNull(),
      endedAt: d.instant("ended_at"),
    },
    (t) => [d.index("pauses_by_address").on(t.addressHash, t.campaignId)],
  );

  /** Whom a campaign is addressed to by name or office: told the whole table, and may answer each ask. */
  const recipients = d.table(
    "recipients",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      representativeId: d
        .text("representative_id")
        .notNull()
        .references(() => representatives.id),
      position: d.integer("position").notNull(),
      /** Reads along only. */
      isCopy: d.boolean("is_copy").notNull(),
      /** The moderator who looked at the address's source; blank until then. */
      checkedBy: d.text("checked_by").notNull(),
      checkedAt: d.instant("checked_at"),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.representativeId] }),
      d.index("recipients_by_representative").on(t.representativeId),
    ],
  );

  return {
    deliveries,
    deliveryItems,
    deliveryBatches,
    mailEvents,
    forwardingRules,
    polls,
    pauses,
    recipients,
  };
}
