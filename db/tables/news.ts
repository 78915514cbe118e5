import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";

/** `draft` is being written: only those who run the campaign see it. */
export type UpdateState = "draft" | "waiting" | "published" | "declined" | "withdrawn" | "pulled";
/** `asked` waits to be published, `due` for its time; `planning` and `sending` go on by themselves after a crash. */
export type UpdateMailing = "none" | "asked" | "due" | "planning" | "sending" | "done" | "stopped";
export type ReceiptState =
  | "planned"
  | "sending"
  | "sent"
  | "failed"
  | "skipped"
  | "uncertain"
  | "bounced"
  | "complained";

/** News of a campaign, and to whom each piece has gone. */
export function newsTables(d: Dialect, { campaigns }: ReturnType<typeof campaignTables>) {
  const updates = d.table(
    "updates",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      title: d.text("title").notNull(),
      /** Markdown. */
      body: d.text("body").notNull(),
      state: d.text("state").$type<UpdateState>().notNull(),
      reason: d.text("reason").notNull(),
      /** What the moderator wrote to the organisers, encrypted, or blank. */
      note: d.text("note").notNull(),
      accountId: d.text("account_id").notNull(),
      createdAt: d.instant("created_at").notNull(),
      publishedAt: d.instant("published_at"),
      settledBy: d.text("settled_by").notNull(),
      mailing: d.text("mailing").$type<UpdateMailing>().notNull(),
      /** When the mailing may begin, and once it has, when it did; null where it has no time yet. */
      mailAt: d.instant("mail_at"),
      /** The last signature that planning has looked at: where it goes on after a crash. */
      plannedUpTo: d.text("planned_up_to").notNull(),
      recipientCount: d.integer("recipient_count").notNull(),
      /** How many it reached, once the receipts that say so have been forgotten. */
      reachedCount: d.integer("reached_count"),
      mailedAt: d.instant("mailed_at"),
    },
    (t) => [
      d.uniqueIndex("updates_by_public_id").on(t.publicId),
      d.index("updates_by_campaign").on(t.campaignId, t.state, t.publishedAt),
      d.index("updates_by_state").on(t.state, t.createdAt, t.id),
      d.index("updates_by_mailing").on(t.mailing, t.mailAt, t.id),
    ],
  );

  /** One piece of news to one signatory: goes at most once. */
  const updateReceipts = d.table(
    "update_receipts",
    {
      id: d.text("id").primaryKey(),
      updateId: d
        .text("update_id")
        .notNull()
        .references(() => updates.id),
      /** Outlives the signature: that something went to it is no personal data once it is erased. */
      signatureId: d.text("signature_id").notNull(),
      state: d.text("state").$type<ReceiptState>().notNull(),
      reason: d.text("reason").notNull(),
      attemptCount: d.integer("attempt_count").notNull(),
      dueAt: d.instant("due_at").notNull(),
      leasedUntil: d.instant("leased_until"),
      batchId: d.text("batch_id").notNull(),
      providerId: d.text("provider_id").notNull(),
      settledAt: d.instant("settled_at"),
    },
    (t) => [
      d.uniqueIndex("update_receipts_once").on(t.updateId, t.signatureId),
      d.index("update_receipts_due").on(t.state, t.dueAt, t.id),
      d.index("update_receipts_by_state").on(t.updateId, t.state, t.dueAt, t.id),
      d.index("update_receipts_by_batch").on(t.batchId),
      d.index("update_receipts_by_signature").on(t.signatureId),
      d.index("update_receipts_by_provider_id").on(t.providerId),
    ],
  );

  return { updates, updateReceipts };
}
