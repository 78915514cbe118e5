import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";
import type { campaignTables } from "./campaign.ts";

export type SignatureState = "pending" | "suspect" | "confirmed" | "withdrawn" | "invalidated";
/** Why a suspect row is held. Only `client_limit` is released by itself. */
export type HeldReason = "" | "client_limit" | "address_limit";
export type Connection = "" | "live" | "work" | "study";

/** Who signed, which slot of an address they hold, and which names may be shown. */
export function signatureTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { cells }: ReturnType<typeof areaTables>,
) {
  const signatures = d.table(
    "signatures",
    {
      id: d.text("id").primaryKey(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      state: d.text("state").$type<SignatureState>().notNull(),
      heldReason: d.text("held_reason").$type<HeldReason>().notNull(),
      cellId: d
        .identityRef("cell_id")
        .notNull()
        .references(() => cells.id),
      /** The edition of the postcode file that placed it. */
      edition: d.text("edition").notNull(),
      /** Encrypted; blank once the person stays counted without their details. */
      name: d.text("name").notNull(),
      email: d.text("email").notNull(),
      postcode: d.text("postcode").notNull(),
      /** ISO 3166-1, blank for the United Kingdom: as typed, not as placed. */
      country: d.text("country").notNull(),
      /** HMAC of address, name and postcode as typed; unique per campaign while pending. */
      typedHash: d.text("typed_hash").notNull(),
      addressHash: d.text("address_hash").notNull(),
      nameHash: d.text("name_hash").notNull(),
      postcodeHash: d.text("postcode_hash").notNull(),
      showName: d.boolean("show_name").notNull(),
      updates: d.boolean("updates").notNull(),
      handIn: d.boolean("hand_in").notNull(),
      connection: d.text("connection").$type<Connection>().notNull(),
      noticeVersion: d.integer("notice_version").notNull(),
      /** The wordings that hand-in and connection were given under; 0 where they were not given. */
      handInVersion: d.integer("hand_in_version").notNull(),
      connectionVersion: d.integer("connection_version").notNull(),
      consentedAt: d.instant("consented_at").notNull(),
      language: d.text("language").notNull(),
      /** Confirm mails sent or queued for this row, reminder included. */
      mailCount: d.integer("mail_count").notNull(),
      lastMailAt: d.instant("last_mail_at"),
      remindAt: d.instant("remind_at"),
      /** A pending row is purged after this. */
      expiresAt: d.instant("expires_at"),
      clientHash: d.text("client_hash").notNull(),
      clientNetHash: d.text("client_net_hash").notNull(),
      createdAt: d.instant("created_at").notNull(),
      confirmedAt: d.instant("confirmed_at"),
      withdrawnAt: d.instant("withdrawn_at"),
      /** As what they sign an open letter, and for whom: encrypted, or blank. */
      role: d.text("role").notNull().default(""),
      organisation: d.text("organisation").notNull().default(""),
      /** The group that may write to them by themselves, where they let it; else blank. */
      contactGroupId: d.text("contact_group_id").notNull().default(""),
      contactVersion: d.integer("contact_version").notNull().default(0),
      contactAt: d.instant("contact_at"),
      /** The version of the text that was signed. */
      textVersion: d.integer("text_version").notNull().default(1),
    },
    (t) => [
      d
        .uniqueIndex("signatures_pending_once")
        .on(t.campaignId, t.typedHash)
        .where(sqlState(t.state, "pending")),
      d.index("signatures_by_campaign").on(t.campaignId, t.state, t.id),
      d.index("signatures_by_address").on(t.addressHash, t.state),
      d.index("signatures_by_expiry").on(t.state, t.expiresAt),
      d.index("signatures_by_reminder").on(t.state, t.remindAt),
      d.index("signatures_held").on(t.heldReason, t.id).where(sqlState(t.state, "suspect")),
      d.index("signatures_by_client_age").on(t.createdAt).where(sql`${t.clientHash} <> ''`),
      // Of a campaign of any size, those who ticked something, and those who still have their details here.
      d.index("signatures_handing_in").on(t.campaignId, t.id, t.state).where(sql`${t.handIn}`),
      d.index("signatures_connected").on(t.campaignId, t.id, t.state).where(sql`${t.connection} <> ''`),
      d.index("signatures_wanting_news").on(t.campaignId, t.id, t.state).where(sql`${t.updates}`),
      d.index("signatures_with_details").on(t.campaignId, t.id).where(sql`${t.email} <> ''`),
    ],
  );

  /** Two places at most for one address on one campaign, taken when a signature is confirmed. */
  const signatureSlots = d.table(
    "signature_slots",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      addressHash: d.text("address_hash").notNull(),
      slot: d.integer("slot").notNull(),
      nameHash: d.text("name_hash").notNull(),
      postcodeHash: d.text("postcode_hash").notNull(),
      signatureId: d.text("signature_id").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.addressHash, t.slot] }),
      d.uniqueIndex("signature_slots_by_name").on(t.campaignId, t.addressHash, t.nameHash),
      d.uniqueIndex("signature_slots_by_signature").on(t.signatureId),
    ],
  );

  /** Names that signatories chose to show, in clear; never with place or time. */
  const publicNames = d.table(
    "public_names",
    {
      signatureId: d.text("signature_id").primaryKey(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      name: d.text("name").notNull(),
      sortKey: d.bytewise("sort_key").notNull(),
      /** The same with the last word first, to find a family name by. */
      surnameKey: d.bytewise("surname_key").notNull().default(""),
      /** Before the others, in the organiser's order: 1, 2, 3 …; those after them all have the same. */
      position: d.integer("position").notNull().default(1_000_000),
      /** In clear once vouched for; else blank. */
      role: d.text("role").notNull().default(""),
      organisation: d.text("organisation").notNull().default(""),
      organisationKey: d.bytewise("organisation_key").notNull().default(""),
      /** Becomes true at the next publication of counts. */
      isPublished: d.boolean("is_published").notNull(),
      /** Equal to a sitting representative's: waits for a moderator. */
      isHeld: d.boolean("is_held").notNull(),
    },
    (t) => [
      d.index("public_names_in_order").on(t.campaignId, t.isPublished, t.position, t.sortKey, t.signatureId),
      d.index("public_names_by_surname").on(t.campaignId, t.surnameKey),
      d
        .index("public_names_by_organisation")
        .on(t.campaignId, t.organisationKey, t.sortKey)
        .where(sql`${t.organisationKey} <> ''`),
      d.index("public_names_held").on(t.campaignId, t.signatureId).where(sql`${t.isHeld}`),
    ],
  );

  /** Where a long list of names can be opened: one mark every so many names, as of the last publication. */
  const nameMarks = d.table(
    "name_marks",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** How many names stand before it, itself one of them. */
      passed: d.integer("passed").notNull(),
      position: d.integer("position").notNull(),
      sortKey: d.bytewise("sort_key").notNull(),
      signatureId: d.text("signature_id").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.campaignId, t.passed] })],
  );

  /** Addresses whose owner said "this was not me": no further mail about this campaign for a while. */
  const mailRefusals = d.table(
    "mail_refusals",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      addressHash: d.text("address_hash").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.addressHash] }),
      d.index("mail_refusals_by_expiry").on(t.expiresAt),
    ],
  );

  /** How often something limited has been used in one window of time. */
  const allowances = d.table(
    "allowances",
    {
      key: d.text("key").notNull(),
      windowStartsAt: d.instant("window_starts_at").notNull(),
      used: d.integer("used").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.key, t.windowStartsAt] }),
      d.index("allowances_by_expiry").on(t.expiresAt),
    ],
  );

  return { signatures, signatureSlots, publicNames, nameMarks, mailRefusals, allowances };
}

function sqlState(column: AnyColumn, state: SignatureState): SQL {
  return sql`${column} = ${sql.raw(`'${state}'`)}`;
}
