import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";
import type { campaignTables } from "./campaign.ts";

export type CountReason = "confirmed" | "withdrawn" | "moved" | "text_changed" | "invalidated" | "restored";
export type TallyLevel = "country" | "upper" | "lower" | "constituency" | "ward" | "division" | "unplaced";

/** The counts: exact by cell, their history, and what of them is published. */
export function tallyTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { cells }: ReturnType<typeof areaTables>,
) {
  const tallies = d.table(
    "tallies",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      cellId: d
        .identityRef("cell_id")
        .notNull()
        .references(() => cells.id),
      /** 0 on SQLite; on PostgreSQL the process's number, so that no row is hot. */
      shard: d.integer("shard").notNull(),
      count: d.integer("count").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.campaignId, t.cellId, t.shard] })],
  );

  /** Append-only; holds no person. */
  const countEvents = d.table(
    "count_events",
    {
      sequence: d.identity("sequence"),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** The start of the hour, UTC milliseconds. */
      hour: d.instant("hour").notNull(),
      cellId: d
        .identityRef("cell_id")
        .notNull()
        .references(() => cells.id),
      delta: d.integer("delta").notNull(),
      reason: d.text("reason").$type<CountReason>().notNull(),
    },
    (t) => [d.index("count_events_in_order").on(t.campaignId, t.sequence)],
  );

  /** What each hour did to a campaign's total, as far as its events have been added up. */
  const countedHours = d.table(
    "counted_hours",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      hour: d.instant("hour").notNull(),
      change: d.integer("change").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.campaignId, t.hour] })],
  );

  /** How far they have been. */
  const countedEvents = d.table("counted_events", {
    campaignId: d
      .text("campaign_id")
      .primaryKey()
      .references(() => campaigns.id),
    /** The sequence up to which the hours have all events. */
    upTo: d.identityRef("up_to").notNull(),
    /** The newest one seen, and when: a while later nothing before it can still be on its way. */
    seen: d.identityRef("seen").notNull(),
    seenAt: d.instant("seen_at").notNull(),
  });

  /** When a campaign's area numbers were last rewritten, and the total they add up to. */
  const publications = d.table("publications", {
    campaignId: d
      .text("campaign_id")
      .primaryKey()
      .references(() => campaigns.id),
    publishedAt: d.instant("published_at").notNull(),
    total: d.integer("total").notNull(),
    /** Who let the council have their name; null while that may not be shown. */
    handInCount: d.integer("hand_in_count"),
    /** Who live, work or study in the council's area by their own word; null while that may not be shown. */
    connectedCount: d.integer("connected_count"),
    /** As they were then, never shown as they are: for a campaign too large to count while somebody waits. */
    handInTotal: d.integer("hand_in_total").notNull().default(0),
    wantingTotal: d.integer("wanting_total").notNull().default(0),
    namedTotal: d.integer("named_total").notNull().default(0),
    /** How often they have been rewritten: what was made of them is old once this has moved. */
    writtenCount: d.integer("written_count").notNull().default(0),
  });

  const publishedTallies = d.table(
    "published_tallies",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      level: d.text("level").$type<TallyLevel>().notNull(),
      /** GSS code; for countries the ISO code; for unplaced the tier it is missing from. */
      code: d.text("code").notNull(),
      count: d.integer("count").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.level, t.code] }),
      d.index("published_tallies_by_area").on(t.code, t.campaignId),
    ],
  );

  /** How many signed a campaign in the last seven days, as of its last counting; what lists are ordered by. */
  const trends = d.table(
    "trends",
    {
      campaignId: d
        .text("campaign_id")
        .primaryKey()
        .references(() => campaigns.id),
      weekCount: d.integer("week_count").notNull(),
      countedAt: d.instant("counted_at").notNull(),
    },
    (t) => [d.index("trends_by_count").on(t.weekCount, t.campaignId)],
  );

  return { tallies, countEvents, countedHours, countedEvents, publications, publishedTallies, trends };
}
