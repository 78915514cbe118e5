import { sql } from "drizzle-orm";
import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";

export type StoryState = "draft" | "in_review" | "published" | "changes_requested" | "rejected" | "withdrawn";
/** What an author can let us do with a story; each by itself. */
export type StoryUse = "publish" | "representatives" | "inspectorate" | "journalists" | "group";
export type StoryDecision = "publish" | "approve" | "changes" | "reject" | "take_down";
export type SuggestionState = "waiting" | "accepted" | "declined";
export type StatementKind = "correction" | "statement";
export type StatementState = "unconfirmed" | "waiting" | "published" | "accepted" | "declined" | "withdrawn";

/** What families tell, who let us do what with it, who looked at it, and what of it is added up. */
export function storyTables(d: Dialect, { areas }: ReturnType<typeof areaTables>) {
  const stories = d.table(
    "stories",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      state: d.text("state").$type<StoryState>().notNull(),
      /** The council that runs education where the family lives; blank until the postcode was typed, which is not kept. */
      councilGss: d.text("council_gss").notNull(),
      /** Only for telling that council's and that seat's own people; never shown. */
      districtGss: d.text("district_gss").notNull(),
      constituencyGss: d.text("constituency_gss").notNull(),
      /** Everything that was typed and chosen, facts too, as JSON: `StoryContent`; encrypted. */
      content: d.text("content").notNull(),
      /** Counts up with every change by the author: a decision is about the text that was read. */
      revision: d.integer("revision").notNull(),
      /** Encrypted; kept as long as the text is public; blank until typed and once it may go. */
      email: d.text("email").notNull(),
      addressHash: d.text("address_hash").notNull(),
      /** The campaign from whose page it was begun, or blank. */
      campaignId: d.text("campaign_id").notNull(),
      /** In clear, as everybody reads it, from publication on; else blank. */
      title: d.text("title").notNull(),
      text: d.text("text").notNull(),
      pullQuote: d.text("pull_quote").notNull(),
      contentNote: d.text("content_note").notNull(),
      easy: d.text("easy").notNull(),
      /** Under what its author lets readers find it: codes of `StoryTopic` as JSON; in clear from publication on, else blank. */
      topics: d.text("topics").notNull().default(""),
      /** Live tribunal, court case, abuse or a named officer: two moderators, one of them senior. */
      needsSecond: d.boolean("needs_second").notNull(),
      /** Words that can mean danger: moderators see it first. */
      isUrgent: d.boolean("is_urgent").notNull(),
      reason: d.text("reason").notNull(),
      isDemonstration: d.boolean("is_demonstration").notNull(),
      createdAt: d.instant("created_at").notNull(),
      updatedAt: d.instant("updated_at").notNull(),
      /** When a draft is forgotten. */
      expiresAt: d.instant("expires_at"),
      submittedAt: d.instant("submitted_at"),
      publishedAt: d.instant("published_at"),
      withdrawnAt: d.instant("withdrawn_at"),
    },
    (t) => [
      d.uniqueIndex("stories_by_public_id").on(t.publicId),
      d.index("stories_by_state").on(t.state, t.isUrgent, t.submittedAt, t.id),
      d.index("stories_by_council").on(t.councilGss, t.state, t.publishedAt, t.id),
      d.index("stories_newest").on(t.state, t.publishedAt, t.id),
      d.index("stories_by_address").on(t.addressHash),
      d.index("stories_by_expiry").on(t.expiresAt),
    ],
  );

  /** One record a use; a use that is given again after it was withdrawn is another record. */
  const storyConsents = d.table(
    "story_consents",
    {
      id: d.text("id").primaryKey(),
      storyId: d
        .text("story_id")
        .notNull()
        .references(() => stories.id),
      use: d.text("use").$type<StoryUse>().notNull(),
      /** The group that may write, where that is the use; else blank. */
      groupId: d.text("group_id").notNull(),
      wordingVersion: d.integer("wording_version").notNull(),
      wording: d.text("wording").notNull(),
      givenAt: d.instant("given_at").notNull(),
      withdrawnAt: d.instant("withdrawn_at"),
    },
    (t) => [
      d.index("story_consents_by_story").on(t.storyId, t.givenAt),
      d
        .uniqueIndex("story_consents_once")
        .on(t.storyId, t.use, t.groupId)
        .where(sql`${t.withdrawnAt} is null`),
    ],
  );

  /** Where a story has gone, to tell its author: a pack, a message, a journalist's request. */
  const storySharings = d.table(
    "story_sharings",
    {
      id: d.text("id").primaryKey(),
      storyId: d
        .text("story_id")
        .notNull()
        .references(() => stories.id),
      use: d.text("use").$type<StoryUse>().notNull(),
      /** To whom, in words; never an address. */
      words: d.text("words").notNull(),
      /** What somebody asks its author through us, and how they can be answered, encrypted; else blank. */
      request: d.text("request").notNull().default(""),
      at: d.instant("at").notNull(),
    },
    (t) => [d.index("story_sharings_by_story").on(t.storyId, t.at)],
  );

  /** Who decided what about which revision; added to and never changed. */
  const storyDecisions = d.table(
    "story_decisions",
    {
      id: d.text("id").primaryKey(),
      storyId: d
        .text("story_id")
        .notNull()
        .references(() => stories.id),
      revision: d.integer("revision").notNull(),
      accountId: d.text("account_id").notNull(),
      decision: d.text("decision").$type<StoryDecision>().notNull(),
      reason: d.text("reason").notNull(),
      /** What the moderator wrote to the author, encrypted, or blank. */
      note: d.text("note").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.index("story_decisions_by_story").on(t.storyId, t.id)],
  );

  /** Another wording that a moderator offers; it stands only once the author has accepted it. */
  const storySuggestions = d.table(
    "story_suggestions",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      storyId: d
        .text("story_id")
        .notNull()
        .references(() => stories.id),
      revision: d.integer("revision").notNull(),
      accountId: d.text("account_id").notNull(),
      /** The text as it would be and why, as JSON, encrypted. */
      content: d.text("content").notNull(),
      state: d.text("state").$type<SuggestionState>().notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
    },
    (t) => [
      d.uniqueIndex("story_suggestions_by_public_id").on(t.publicId),
      d.index("story_suggestions_by_story").on(t.storyId, t.createdAt),
    ],
  );

  /** The facts of a published story, apart from its text; a withdrawn one's stay until the next sum, 31 days at most. */
  const storyFacts = d.table(
    "story_facts",
    {
      storyId: d.text("story_id").primaryKey(),
      councilGss: d.text("council_gss").notNull(),
      districtGss: d.text("district_gss").notNull(),
      constituencyGss: d.text("constituency_gss").notNull(),
      need: d.text("need").notNull(),
      ageBand: d.text("age_band").notNull(),
      monthsOut: d.text("months_out").notNull(),
      money: d.text("money").notNull(),
      miles: d.text("miles").notNull(),
      monthsWaited: d.text("months_waited").notNull(),
      tribunal: d.text("tribunal").notNull(),
      /** What happened: codes as JSON. */
      happened: d.text("happened").notNull(),
      joinedAt: d.instant("joined_at").notNull(),
      leftAt: d.instant("left_at"),
    },
    (t) => [
      d.index("story_facts_by_council").on(t.councilGss, t.storyId),
      d.index("story_facts_by_district").on(t.districtGss, t.storyId),
      d.index("story_facts_by_constituency").on(t.constituencyGss, t.storyId),
      d.index("story_facts_left").on(t.leftAt),
    ],
  );

  /** What the stories of an area add up to, as it is shown until it may move again. */
  const storySums = d.table("story_sums", {
    gssCode: d
      .text("gss_code")
      .primaryKey()
      .references(() => areas.gssCode),
    /** `KeptSum` as JSON: what is shown, if anything, and what was shown last. */
    content: d.text("content").notNull(),
    storyCount: d.integer("story_count").notNull(),
    summedAt: d.instant("summed_at").notNull(),
  });

  /** Whose facts are in the sum that is shown. */
  const storySumMembers = d.table(
    "story_sum_members",
    {
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      storyId: d.text("story_id").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.gssCode, t.storyId] }),
      d.index("story_sum_members_by_story").on(t.storyId),
    ],
  );

  /** What a council or somebody named says to a story or to what is added up; shown beside it. */
  const storyStatements = d.table(
    "story_statements",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      /** Blank where it is about all of a council's. */
      storyId: d.text("story_id").notNull(),
      councilGss: d.text("council_gss").notNull(),
      kind: d.text("kind").$type<StatementKind>().notNull(),
      state: d.text("state").$type<StatementState>().notNull(),
      /** In clear while everybody reads them, else encrypted: what is said, and as whom. */
      words: d.text("words").notNull(),
      writerRole: d.text("writer_role").notNull(),
      organisation: d.text("organisation").notNull().default(""),
      /** Encrypted; never shown. */
      writerName: d.text("writer_name").notNull(),
      /** Encrypted. */
      email: d.text("email").notNull(),
      addressHash: d.text("address_hash").notNull(),
      /** Confirmed from the council's own domain. */
      isOfficial: d.boolean("is_official").notNull(),
      reason: d.text("reason").notNull(),
      /** What a moderator wrote to whoever wrote it, encrypted, or blank. */
      note: d.text("note").notNull().default(""),
      createdAt: d.instant("created_at").notNull(),
      confirmedAt: d.instant("confirmed_at"),
      /** By when a moderator must have answered. */
      dueAt: d.instant("due_at"),
      publishedAt: d.instant("published_at"),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("story_statements_by_public_id").on(t.publicId),
      d.index("story_statements_by_story").on(t.storyId, t.state, t.publishedAt),
      d.index("story_statements_by_council").on(t.councilGss, t.state, t.publishedAt),
      d.index("story_statements_by_state").on(t.state, t.dueAt, t.id),
    ],
  );

  return {
    ...{ stories, storyConsents, storySharings, storyDecisions, storySuggestions },
    ...{ storyFacts, storySums, storySumMembers, storyStatements },
  };
}
