import type { Dialect } from "../dialect.ts";
import type { accountTables } from "./account.ts";
import type { campaignTables } from "./campaign.ts";

export type OrganiserRole = "owner" | "editor";
/** What organisers are told of by mail. */
export type OrganiserNoticeKind =
  | "started"
  | "supported"
  | "submitted"
  | "decision"
  | "change_settled"
  | "outcome_settled"
  | "appeal_settled"
  | "complaint"
  | "reply"
  | "update_settled"
  | "recipient_settled"
  | "answer_settled";

/** Who runs a campaign, what they have not finished yet, whom they invite, what they are told. */
export function organisingTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { accounts }: ReturnType<typeof accountTables>,
) {
  const organisers = d.table(
    "organisers",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      role: d.text("role").$type<OrganiserRole>().notNull(),
      addedAt: d.instant("added_at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.accountId] }),
      d.index("organisers_by_account").on(t.accountId, t.addedAt),
    ],
  );

  /** What a campaign in draft needs besides its own row. Whoever has its link may write it; nobody owns it yet. */
  const drafts = d.table(
    "drafts",
    {
      campaignId: d
        .text("campaign_id")
        .primaryKey()
        .references(() => campaigns.id),
      /** Encrypted; blank until typed. Where the link to go on is mailed. */
      email: d.text("email").notNull(),
      /** Encrypted; blank until typed. Suggests the council. */
      postcode: d.text("postcode").notNull(),
      updatedAt: d.instant("updated_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [d.index("drafts_by_expiry").on(t.expiresAt)],
  );

  /** Somebody asked to help run a campaign; the link in their mail accepts. */
  const invitations = d.table(
    "invitations",
    {
      id: d.text("id").primaryKey(),
      /** How pages and forms speak of it. */
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** Encrypted; blank once accepted or withdrawn. */
      email: d.text("email").notNull(),
      addressHash: d.text("address_hash").notNull(),
      invitedBy: d.text("invited_by").notNull(),
      createdAt: d.instant("created_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
      acceptedAt: d.instant("accepted_at"),
    },
    (t) => [
      d.uniqueIndex("invitations_by_public_id").on(t.publicId),
      d.index("invitations_by_campaign").on(t.campaignId, t.createdAt),
      d.index("invitations_by_expiry").on(t.expiresAt),
    ],
  );

  /** One mail to one organiser; the outbox points here. */
  const organiserNotices = d.table(
    "organiser_notices",
    {
      id: d.text("id").primaryKey(),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      kind: d.text("kind").$type<OrganiserNoticeKind>().notNull(),
      /** The row that it is about: a move, a proposed change, an appeal. */
      subjectId: d.text("subject_id").notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [d.index("organiser_notices_by_campaign").on(t.campaignId, t.createdAt)],
  );

  return { organisers, drafts, invitations, organiserNotices };
}
