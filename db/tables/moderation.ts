import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";
import type { signatureTables } from "./signature.ts";

/** `held` came over a limit and waits apart. */
export type ReportState = "waiting" | "held" | "upheld" | "dismissed";
export type AppealState = "waiting" | "granted" | "dismissed";
/** A complaint about a passage, on its way through the Defamation (Operators of Websites) Regulations 2013. */
export type ComplaintState =
  | "waiting"
  | "author_asked"
  | "author_agreed"
  | "author_disagreed"
  | "author_silent"
  | "removed"
  | "kept"
  | "invalid";

/** What waits for moderators, who has it in hand, and what they decided. */
export function moderationTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { signatures }: ReturnType<typeof signatureTables>,
) {
  /** Who has something in hand, so that two do not work on it at once. */
  const claims = d.table(
    "claims",
    {
      /** Kind and row: `campaign:…`, `report:…`. */
      subject: d.text("subject").primaryKey(),
      accountId: d.text("account_id").notNull(),
      claimedAt: d.instant("claimed_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [d.index("claims_by_account").on(t.accountId, t.claimedAt)],
  );

  /** Somebody says that something public should not be. What they typed is encrypted. */
  const reports = d.table(
    "reports",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      /** The page it was reported on: a public path without query. */
      page: d.text("page").notNull(),
      /** The campaign of that page, or blank. */
      campaignId: d.text("campaign_id").notNull(),
      /** What is wrong: a code. */
      reason: d.text("reason").notNull(),
      words: d.text("words").notNull(),
      email: d.text("email").notNull(),
      state: d.text("state").$type<ReportState>().notNull(),
      /** What came of it: a code; blank until it is settled. */
      outcome: d.text("outcome").notNull().default(""),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("reports_by_public_id").on(t.publicId),
      d.index("reports_by_state").on(t.state, t.createdAt, t.id),
      d.index("reports_by_campaign").on(t.campaignId),
    ],
  );

  /** A request to take a passage down, in the fields of SI 2013/3028 regulation 2. What was typed is encrypted. */
  const complaints = d.table(
    "complaints",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d.text("campaign_id").notNull(),
      /** Where on the site the words stand: a public path. */
      page: d.text("page").notNull(),
      name: d.text("name").notNull(),
      email: d.text("email").notNull(),
      /** The words complained of. */
      statement: d.text("statement").notNull(),
      /** What they say of the complainant. */
      meaning: d.text("meaning").notNull(),
      /** Why that is defamatory. */
      harm: d.text("harm").notNull().default(""),
      /** Which facts are wrong, or which opinions have no support in fact. */
      untrue: d.text("untrue").notNull(),
      /** Whether the author may be told who complains. */
      sharesName: d.boolean("shares_name").notNull(),
      sharesEmail: d.boolean("shares_email").notNull(),
      state: d.text("state").$type<ComplaintState>().notNull(),
      receivedAt: d.instant("received_at").notNull(),
      authorAskedAt: d.instant("author_asked_at"),
      /** Midnight at the end of the fifth day, or when the next step must be done. */
      dueAt: d.instant("due_at"),
      /** What the author answered, encrypted. */
      authorName: d.text("author_name").notNull(),
      authorPostal: d.text("author_postal").notNull(),
      authorWords: d.text("author_words").notNull(),
      /** Whether the complainant may have the author's name and address. */
      authorSharesDetails: d.boolean("author_shares_details").notNull(),
      settledAt: d.instant("settled_at"),
    },
    (t) => [
      d.uniqueIndex("complaints_by_public_id").on(t.publicId),
      d.index("complaints_by_state").on(t.state, t.dueAt, t.id),
      d.index("complaints_by_campaign").on(t.campaignId),
    ],
  );

  /** The log of a complaint: codes only; added to and never changed. */
  const complaintEvents = d.table(
    "complaint_events",
    {
      id: d.text("id").primaryKey(),
      complaintId: d
        .text("complaint_id")
        .notNull()
        .references(() => complaints.id),
      at: d.instant("at").notNull(),
      action: d.text("action").notNull(),
      /** Blank where the program, the author or the complainant did it. */
      accountId: d.text("account_id").notNull(),
      detail: d.text("detail").notNull(),
    },
    (t) => [d.index("complaint_events_by_complaint").on(t.complaintId, t.id)],
  );

  /** An organiser asks that another moderator look again. */
  const appeals = d.table(
    "appeals",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** The decision appealed against: a row of campaign_moves; one appeal each. */
      moveId: d.text("move_id").notNull(),
      accountId: d.text("account_id").notNull(),
      /** Encrypted. */
      words: d.text("words").notNull(),
      state: d.text("state").$type<AppealState>().notNull(),
      /** What the moderator wrote to the organiser, encrypted, or blank. */
      note: d.text("note").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("appeals_by_public_id").on(t.publicId),
      d.uniqueIndex("appeals_by_move").on(t.moveId),
      d.index("appeals_by_state").on(t.state, t.createdAt, t.id),
    ],
  );

  /** Signatures that a moderator took out of a count together, and may put back together. */
  const batches = d.table(
    "batches",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      accountId: d.text("account_id").notNull(),
      reason: d.text("reason").notNull(),
      createdAt: d.instant("created_at").notNull(),
      restoredAt: d.instant("restored_at"),
      restoredBy: d.text("restored_by").notNull(),
      /** Which signatures are meant, as JSON; blank once all have been taken out, for it may hold a network's hash. */
      selection: d.text("selection").notNull().default(""),
      /** The last signature looked at: work goes on behind it. */
      cursor: d.text("cursor").notNull().default(""),
      doneAt: d.instant("done_at"),
      takenCount: d.integer("taken_count").notNull().default(0),
      restoredCount: d.integer("restored_count").notNull().default(0),
    },
    (t) => [
      d.uniqueIndex("batches_by_public_id").on(t.publicId),
      d.index("batches_by_campaign").on(t.campaignId, t.createdAt),
      d.index("batches_newest").on(t.createdAt, t.id),
    ],
  );

  const batchSignatures = d.table(
    "batch_signatures",
    {
      batchId: d
        .text("batch_id")
        .notNull()
        .references(() => batches.id),
      signatureId: d
        .text("signature_id")
        .notNull()
        .references(() => signatures.id, { onDelete: "cascade" }),
    },
    (t) => [
      d.primaryKey({ columns: [t.batchId, t.signatureId] }),
      d.index("batch_signatures_by_signature").on(t.signatureId),
    ],
  );

  return { claims, reports, complaints, complaintEvents, appeals, batches, batchSignatures };
}
