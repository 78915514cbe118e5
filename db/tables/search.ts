import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";

/** What a search looks in: the words of campaigns that everybody may read, and of no others. */
export function searchTables(d: Dialect, { campaigns }: ReturnType<typeof campaignTables>) {
  /**
   * The texts of one campaign as plain words: lower case, without accents and punctuation. Each engine keeps a
   * full-text index of these columns by itself: PostgreSQL in generated columns, SQLite in a table of its own.
   */
  const searchEntries = d.table(
    "search_entries",
    {
      /** The campaign's public number. */
      number: d.integer("number").primaryKey(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      title: d.text("title").notNull(),
      asks: d.text("asks").notNull(),
      /** Everything else: reasons, background, Easy Read, whom it is addressed to. */
      body: d.text("body").notNull(),
    },
    (t) => [d.uniqueIndex("search_entries_by_campaign").on(t.campaignId)],
  );

  /** Every word of those texts and how many campaigns have it: what a misspelt word is compared with. */
  const searchWords = d.table("search_words", {
    word: d.bytewise("word").primaryKey(),
    campaignCount: d.integer("campaign_count").notNull(),
  });

  return { searchEntries, searchWords };
}
