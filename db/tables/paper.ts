import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";

/** `repeated` stands on paper twice, `online` has signed here too; neither is counted. */
export type PaperState = "counted" | "repeated" | "online";

/** Signatures on paper, typed in by organisers; kept apart from those that were confirmed by mail. */
export function paperTables(d: Dialect, { campaigns }: ReturnType<typeof campaignTables>) {
  const paperBatches = d.table(
    "paper_batches",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      accountId: d.text("account_id").notNull(),
      /** Where and when they were collected, in the organiser's words. */
      words: d.text("words").notNull(),
      rowCount: d.integer("row_count").notNull(),
      createdAt: d.instant("created_at").notNull(),
      removedAt: d.instant("removed_at"),
    },
    (t) => [
      d.uniqueIndex("paper_batches_by_public_id").on(t.publicId),
      d.index("paper_batches_by_campaign").on(t.campaignId, t.createdAt),
    ],
  );

  const paperSignatures = d.table(
    "paper_signatures",
    {
      id: d.text("id").primaryKey(),
      batchId: d
        .text("batch_id")
        .notNull()
        .references(() => paperBatches.id),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** Encrypted both; blank once retention has ended. */
      name: d.text("name").notNull(),
      postcode: d.text("postcode").notNull(),
      nameHash: d.text("name_hash").notNull(),
      postcodeHash: d.text("postcode_hash").notNull(),
      state: d.text("state").$type<PaperState>().notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [
      d.index("paper_signatures_by_campaign").on(t.campaignId, t.state, t.id),
      d.index("paper_signatures_by_person").on(t.campaignId, t.nameHash, t.postcodeHash),
      d.index("paper_signatures_by_batch").on(t.batchId),
    ],
  );

  /** What a campaign's page says of paper: "and 312 on paper, counted by the organiser". */
  const paperCounts = d.table("paper_counts", {
    campaignId: d
      .text("campaign_id")
      .primaryKey()
      .references(() => campaigns.id),
    count: d.integer("count").notNull(),
    countedAt: d.instant("counted_at").notNull(),
  });

  return { paperBatches, paperSignatures, paperCounts };
}
