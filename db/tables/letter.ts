import { sql } from "drizzle-orm";
import type { Dialect } from "../dialect.ts";
import type { campaignTables } from "./campaign.ts";

export type NamedRecipientState = "waiting" | "accepted" | "declined" | "withdrawn";
/**
 * `unconfirmed` until the signature is; `set_aside` was vouched for and comes back with its signature, which is out of
 * the count for the time being.
 */
export type StandingState = "unconfirmed" | "waiting" | "vouched" | "declined" | "set_aside";
/** Who vouched: the organisation's own domain in the confirmed address, the published address of a seat, or a moderator. */
export type StandingHow = "" | "domain" | "address" | "moderator";

/** Whom a campaign names as its recipients, as what people sign, and which version of a letter. */
export function letterTables(d: Dialect, { campaigns }: ReturnType<typeof campaignTables>) {
  /** Somebody named by the organisers; accepted by a moderator, they become an office that can be told and can answer. */
  const namedRecipients = d.table(
    "named_recipients",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** Where in the letter's head they stand. */
      position: d.integer("position").notNull(),
      /** Blank where an office is meant and nobody in person. */
      name: d.text("name").notNull(),
      role: d.text("role").notNull(),
      organisation: d.text("organisation").notNull(),
      isCopy: d.boolean("is_copy").notNull(),
      /** As its office publishes it; encrypted, or blank. */
      email: d.text("email").notNull(),
      /** The page that publishes the address. */
      sourceUrl: d.text("source_url").notNull(),
      state: d.text("state").$type<NamedRecipientState>().notNull(),
      /** Who it became or always was, once accepted; else blank. */
      representativeId: d.text("representative_id").notNull(),
      reason: d.text("reason").notNull(),
      accountId: d.text("account_id").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("named_recipients_by_public_id").on(t.publicId),
      d.index("named_recipients_by_campaign").on(t.campaignId, t.position, t.id),
      d.index("named_recipients_by_state").on(t.state, t.createdAt, t.id),
    ],
  );

  /** Domains that a moderator has found to be an organisation's own: an address there vouches. */
  const organisations = d.table(
    "organisations",
    {
      id: d.text("id").primaryKey(),
      name: d.text("name").notNull(),
      /** The name folded, so that "St Mary's School" is found as "st marys school". */
      nameKey: d.text("name_key").notNull(),
      domain: d.text("domain").notNull(),
      sourceUrl: d.text("source_url").notNull(),
      checkedBy: d.text("checked_by").notNull(),
      checkedAt: d.instant("checked_at").notNull(),
    },
    (t) => [d.uniqueIndex("organisations_by_domain").on(t.domain, t.nameKey)],
  );

  /** That somebody signs as what they say, or for a whole organisation; what they say is encrypted with their signature. */
  const standings = d.table(
    "standings",
    {
      signatureId: d.text("signature_id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      /** Signs for the organisation with its authority, not only as one of its people. */
      isForOrganisation: d.boolean("is_for_organisation").notNull(),
      /** What they hold their authority from, in their words; encrypted, or blank. */
      authority: d.text("authority").notNull(),
      state: d.text("state").$type<StandingState>().notNull(),
      how: d.text("how").$type<StandingHow>().notNull(),
      /** What was looked at, for other moderators; encrypted, or blank. */
      checkedWords: d.text("checked_words").notNull(),
      /** Why it was declined: a code; else blank. */
      reason: d.text("reason").notNull().default(""),
      checkedBy: d.text("checked_by").notNull(),
      checkedAt: d.instant("checked_at"),
      /** In clear while it stands under the campaign as an organisation; else blank. */
      role: d.text("role").notNull(),
      organisation: d.text("organisation").notNull(),
      /** The organisation folded, where that stands in clear; else its HMAC, to find what was decided of the same one. */
      organisationKey: d.bytewise("organisation_key").notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [
      d.uniqueIndex("standings_by_public_id").on(t.publicId),
      d.index("standings_waiting").on(t.state, t.createdAt, t.signatureId),
      d.index("standings_by_campaign").on(t.campaignId, t.isForOrganisation, t.state, t.organisationKey),
      d.index("standings_by_organisation").on(t.organisationKey, t.createdAt),
      /** An organisation stands under a campaign once, whoever signs for it. */
      d
        .uniqueIndex("standings_organisation_once")
        .on(t.campaignId, t.organisationKey)
        .where(sql`${t.isForOrganisation} and ${t.state} = 'vouched'`),
    ],
  );

  /**
   * How many confirmed signatures each version of a letter has, changed in the transaction that changes one of them.
   * The present version has its rows too, so that putting another in its place moves nothing.
   */
  const versionCounts = d.table(
    "version_counts",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      version: d.integer("version").notNull(),
      /** Some for each process on PostgreSQL, so that no row is hot; what counts is their sum. */
      shard: d.integer("shard").notNull(),
      count: d.integer("count").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.campaignId, t.version, t.shard] })],
  );

  return { namedRecipients, organisations, standings, versionCounts };
}
