import type { Dialect } from "../dialect.ts";
import type { AskOutcome, CampaignState, campaignTables } from "./campaign.ts";
import { pictureColumns } from "./picture-columns.ts";

/** Who moved a campaign: one of its organisers, those who look after the site, or the program by itself. */
export type Mover = "organiser" | "moderator" | "admin" | "program";
/** What waits for a moderator before the public sees it, and what became of it. */
export type ProposalState = "waiting" | "accepted" | "declined" | "withdrawn";

/** What campaigns were before: their states, their texts, what became of their asks; and their pictures. */
export function historyTables(d: Dialect, { campaigns }: ReturnType<typeof campaignTables>) {
  /** Every change of state; added to and never changed. */
  const campaignMoves = d.table(
    "campaign_moves",
    {
      id: d.text("id").primaryKey(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      fromState: d.text("from_state").$type<CampaignState>().notNull(),
      toState: d.text("to_state").$type<CampaignState>().notNull(),
      at: d.instant("at").notNull(),
      mover: d.text("mover").$type<Mover>().notNull(),
      /** Blank where the program did it. */
      accountId: d.text("account_id").notNull(),
      /** A code, or blank. */
      reason: d.text("reason").notNull(),
      /** What the moderator wrote to the organiser, encrypted, or blank. */
      note: d.text("note").notNull(),
    },
    (t) => [d.index("campaign_moves_by_campaign").on(t.campaignId, t.id)],
  );

  /** Texts that have been replaced; those that the public has seen stay in public. */
  const formerTexts = d.table(
    "former_texts",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      version: d.integer("version").notNull(),
      /** Texts by variant, asks and clause, as JSON: `TextContent`. */
      content: d.text("content").notNull(),
      wasPublic: d.boolean("was_public").notNull(),
      replacedAt: d.instant("replaced_at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.campaignId, t.version] })],
  );

  /** Changes that an organiser would like to make to what is public already. */
  const proposedChanges = d.table(
    "proposed_changes",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      accountId: d.text("account_id").notNull(),
      /** The text as it would be: `TextContent` as JSON. */
      content: d.text("content").notNull(),
      /** The version of the text that it would replace. */
      textVersion: d.integer("text_version").notNull(),
      /** The picture as it would be, or blank for none. */
      pictureId: d.text("picture_id").notNull(),
      /** Why, in the organiser's words. */
      why: d.text("why").notNull(),
      state: d.text("state").$type<ProposalState>().notNull(),
      /** What the moderator wrote to the organiser, encrypted, or blank. */
      note: d.text("note").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("proposed_changes_by_public_id").on(t.publicId),
      d.index("proposed_changes_by_state").on(t.state, t.createdAt, t.id),
      d.index("proposed_changes_by_campaign").on(t.campaignId, t.createdAt),
    ],
  );

  /** What became of an ask, day by day; shown once a moderator has seen it. */
  const askOutcomes = d.table(
    "ask_outcomes",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      position: d.integer("position").notNull(),
      outcome: d.text("outcome").$type<AskOutcome>().notNull(),
      happenedOn: d.text("happened_on").notNull(),
      /** One sentence on what happened. */
      words: d.text("words").notNull(),
      sourceUrl: d.text("source_url").notNull(),
      state: d.text("state").$type<ProposalState>().notNull(),
      /** The row that it corrects and takes the place of once it is accepted, or blank. */
      replacesId: d.text("replaces_id").notNull().default(""),
      /** What the moderator wrote to the organiser, encrypted, or blank. */
      note: d.text("note").notNull().default(""),
      accountId: d.text("account_id").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("ask_outcomes_by_public_id").on(t.publicId),
      d.index("ask_outcomes_by_state").on(t.state, t.createdAt, t.id),
      d.index("ask_outcomes_by_campaign").on(t.campaignId, t.position, t.happenedOn),
    ],
  );

  /** Re-encoded by us: nothing of the file that was sent but what can be seen. */
  const pictures = d.table(
    "pictures",
    {
      ...pictureColumns(d),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
    },
    (t) => [
      d.uniqueIndex("pictures_by_public_id").on(t.publicId),
      d.index("pictures_by_campaign").on(t.campaignId),
    ],
  );

  return { campaignMoves, formerTexts, proposedChanges, askOutcomes, pictures };
}
