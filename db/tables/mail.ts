import type { Dialect } from "../dialect.ts";

export type OutboxState = "queued" | "sending" | "sent" | "failed" | "skipped" | "uncertain";
export type LinkPurpose =
  | "confirm"
  | "not_me"
  | "signature"
  | "unsubscribe"
  | "pause"
  | "sign_in"
  | "draft"
  | "support"
  | "invitation"
  | "author_reply"
  | "complaint"
  | "answer"
  | "answer_confirm"
  | "reply"
  | "unpause"
  | "agree"
  | "group_invitation"
  | "group_message"
  | "story"
  | "story_draft"
  | "story_mail"
  | "story_statement";

/** Mail to come and gone, links in it, work to do. Rows name templates and rows, never people. */
export function mailTables(d: Dialect) {
  const outbox = d.table(
    "outbox",
    {
      id: d.text("id").primaryKey(),
      template: d.text("template").notNull(),
      /** The row that the mail is about: a signature, a request. */
      rowId: d.text("row_id").notNull(),
      state: d.text("state").$type<OutboxState>().notNull(),
      attemptCount: d.integer("attempt_count").notNull(),
      dueAt: d.instant("due_at").notNull(),
      leasedUntil: d.instant("leased_until"),
      /** The rendered provider request, encrypted, from just before it is sent until its fate is known. */
      request: d.text("request").notNull(),
      providerId: d.text("provider_id").notNull(),
      /** Why it failed or was skipped: a code, never an address. */
      reason: d.text("reason").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
    },
    (t) => [
      d.index("outbox_due").on(t.state, t.dueAt, t.id),
      d.index("outbox_by_row").on(t.rowId),
      d.index("outbox_by_provider_id").on(t.providerId),
    ],
  );

  /** What the mailbox transport has taken in, encrypted as one text. */
  const mailbox = d.table(
    "mailbox",
    {
      id: d.text("id").primaryKey(),
      content: d.text("content").notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [d.index("mailbox_newest").on(t.createdAt, t.id)],
  );

  /** No token is stored: a link is found by the token's SHA-256 and made again from the row it is about. */
  const links = d.table(
    "links",
    {
      tokenHash: d.text("token_hash").primaryKey(),
      purpose: d.text("purpose").$type<LinkPurpose>().notNull(),
      rowId: d.text("row_id").notNull(),
      generation: d.integer("generation").notNull(),
      keyId: d.text("key_id").notNull(),
    },
    (t) => [d.uniqueIndex("links_by_row").on(t.rowId, t.purpose, t.generation)],
  );

  return { outbox, mailbox, links };
}
