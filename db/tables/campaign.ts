import type { Dialect } from "../dialect.ts";

export type CampaignKind = "petition" | "letter";
export type CampaignState =
  | "draft"
  | "gathering"
  | "in_review"
  | "changes_requested"
  | "rejected"
  | "hidden"
  | "removed"
  | "open"
  | "paused"
  | "closed"
  | "archived";
export type BodyKind = "council" | "department" | "parliament" | "trust" | "other";
export type AskOutcome = "open" | "promised" | "partly" | "refused" | "done";
export type TextVariant = "en" | "easy" | "cy";

/** Petitions and open letters: what they share, their texts by variant, their asks, their former slugs. */
export function campaignTables(d: Dialect) {
  const campaigns = d.table(
    "campaigns",
    {
      id: d.text("id").primaryKey(),
      /** The public number, given in the transaction that makes the campaign. */
      number: d.integer("number").notNull(),
      kind: d.text("kind").$type<CampaignKind>().notNull(),
      slug: d.text("slug").notNull(),
      state: d.text("state").$type<CampaignState>().notNull(),
      bodyKind: d.text("body_kind").$type<BodyKind>().notNull(),
      bodyName: d.text("body_name").notNull(),
      /** The council addressed, where it is one; else blank. */
      bodyGss: d.text("body_gss").notNull(),
      organiserName: d.text("organiser_name").notNull(),
      /** What it asks in one clause, for messages: "to hold an independent investigation into …". */
      askClause: d.text("ask_clause").notNull(),
      /** What it is called in a few words, in subjects and lists; blank where the title has to do. */
      shortName: d.text("short_name").notNull().default(""),
      goal: d.integer("goal").notNull(),
      showsNames: d.boolean("shows_names").notNull(),
      isDemonstration: d.boolean("is_demonstration").notNull(),
      language: d.text("language").notNull(),
      createdAt: d.instant("created_at").notNull(),
      openedAt: d.instant("opened_at"),
      /** The last day to sign, in London. */
      closesOn: d.text("closes_on").notNull(),
      closedAt: d.instant("closed_at"),
      /** Where a hidden campaign was before, so that an appeal can put it back; else blank. */
      formerState: d.text("former_state").$type<CampaignState | "">().notNull().default(""),
      /** Why it was rejected or hidden: a code; else blank. */
      reason: d.text("reason").notNull().default(""),
      /** Counts up with every change of its text; a signature remembers which it was given to. */
      textVersion: d.integer("text_version").notNull().default(1),
      /** What it is about: a code that suggests whom to address; blank where unsaid. */
      topic: d.text("topic").notNull().default(""),
      /** Its picture's row, or blank. */
      pictureId: d.text("picture_id").notNull().default(""),
      /** The group that it belongs to, or blank. */
      groupId: d.text("group_id").notNull().default(""),
      /** Since when it waits for a moderator. */
      reviewSince: d.instant("review_since"),
    },
    (t) => [
      d.uniqueIndex("campaigns_by_slug").on(t.kind, t.slug),
      d.uniqueIndex("campaigns_by_number").on(t.number),
      d.index("campaigns_by_state").on(t.kind, t.state, t.openedAt, t.number),
      d.index("campaigns_by_body").on(t.bodyGss, t.kind, t.state, t.openedAt, t.number),
      d.index("campaigns_by_group").on(t.groupId, t.state, t.openedAt),
      d.index("campaigns_by_closing").on(t.state, t.closesOn, t.number),
    ],
  );

  const campaignTexts = d.table(
    "campaign_texts",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      variant: d.text("variant").$type<TextVariant>().notNull(),
      title: d.text("title").notNull(),
      why: d.text("why").notNull(),
      /** More background, in Markdown; may be blank. */
      more: d.text("more").notNull(),
      /** How an open letter is set: where and when it was written, how it greets and how it ends; else blank. */
      place: d.text("place").notNull().default(""),
      datedOn: d.text("dated_on").notNull().default(""),
      salutation: d.text("salutation").notNull().default(""),
      close: d.text("close").notNull().default(""),
    },
    (t) => [d.primaryKey({ columns: [t.campaignId, t.variant] })],
  );

  const asks = d.table(
    "asks",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      position: d.integer("position").notNull(),
      text: d.text("text").notNull(),
      outcome: d.text("outcome").$type<AskOutcome>().notNull(),
      outcomeOn: d.text("outcome_on").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.position] }),
      d.index("asks_by_outcome").on(t.outcome, t.campaignId),
    ],
  );

  /** A slug once used is never used again; these redirect. */
  const formerSlugs = d.table(
    "former_slugs",
    {
      kind: d.text("kind").$type<CampaignKind>().notNull(),
      slug: d.text("slug").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
    },
    (t) => [d.primaryKey({ columns: [t.kind, t.slug] })],
  );

  return { campaigns, campaignTexts, asks, formerSlugs };
}
