import { sql } from "drizzle-orm";
import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";
import type { DeliveryMode } from "./forwarding.ts";
import type { representativeTables } from "./representative.ts";

/** What somebody who was told answers in one press; `statement` is in their own words alone. */
export type Stance = "support" | "raise" | "oppose" | "contact" | "statement";
/** `unconfirmed` waits for the address on record, `waiting` for a moderator. */
export type ResponseState = "unconfirmed" | "waiting" | "published" | "declined" | "withdrawn" | "replaced";

/** What representatives, councils and recipients answer in public, and what came by mail instead. */
export function responseTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { representatives, terms }: ReturnType<typeof representativeTables>,
) {
  const responses = d.table(
    "responses",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      /** What was written in one form stands and falls together: the id of its first row. */
      groupId: d.text("group_id").notNull().default(""),
      /** The message by whose link it was written; blank in the demonstration. */
      deliveryId: d.text("delivery_id").notNull().default(""),
      /** What was written to a rehearsed message is never said to be a real person's. */
      mode: d.text("mode").$type<DeliveryMode>().notNull().default("rehearsal"),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      representativeId: d
        .text("representative_id")
        .notNull()
        .references(() => representatives.id),
      /** The seat they answer for. */
      termId: d
        .text("term_id")
        .notNull()
        .references(() => terms.id),
      /** The organiser who posted what they received by another way, and its day; blank where it came through us. */
      postedBy: d.text("posted_by").notNull().default(""),
      receivedOn: d.text("received_on").notNull().default(""),
      /** The ask that it answers; 0 for the campaign as a whole. */
      position: d.integer("position").notNull(),
      stance: d.text("stance").$type<Stance>().notNull(),
      /** Encrypted until published, then as everybody reads it. */
      words: d.text("words").notNull(),
      /** Who writes, and as what: an office often answers for its member. Encrypted like the words. */
      writerName: d.text("writer_name").notNull(),
      writerRole: d.text("writer_role").notNull(),
      /** Written from an address at the body's own domain. */
      isOfficial: d.boolean("is_official").notNull(),
      state: d.text("state").$type<ResponseState>().notNull(),
      /** Why a moderator declined it: a code; else blank. */
      reason: d.text("reason").notNull().default(""),
      /** The published response that this one takes the place of, or blank. */
      replaces: d.text("replaces").notNull(),
      createdAt: d.instant("created_at").notNull(),
      confirmedAt: d.instant("confirmed_at"),
      publishedAt: d.instant("published_at"),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("responses_by_public_id").on(t.publicId),
      d
        .uniqueIndex("responses_published_once")
        .on(t.campaignId, t.representativeId, t.position)
        .where(sql`${t.state} = 'published'`),
      d.index("responses_by_group").on(t.groupId),
      d.index("responses_by_campaign").on(t.campaignId, t.state, t.publishedAt),
      d.index("responses_by_representative").on(t.representativeId, t.state, t.publishedAt),
      d.index("responses_by_state").on(t.state, t.createdAt, t.id),
    ],
  );

  /** A person's reply by mail to one of our messages, on its way to the organisers; never shown by itself. */
  const replies = d.table(
    "replies",
    {
      id: d.text("id").primaryKey(),
      deliveryId: d.text("delivery_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** Who wrote, subject and text; encrypted as one. */
      content: d.text("content").notNull(),
      receivedAt: d.instant("received_at").notNull(),
    },
    (t) => [
      d.index("replies_by_campaign").on(t.campaignId, t.receivedAt),
      d.index("replies_by_age").on(t.receivedAt),
    ],
  );

  return { responses, replies };
}
