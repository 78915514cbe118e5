import type { Dialect } from "../dialect.ts";

export type Role = "moderator" | "admin";
/** How a session began: by a mailed link, or by a passkey. */
export type SignInMethod = "link" | "passkey";

/** People who run campaigns or the site: how they are known, what they may do, where they are signed in. */
export function accountTables(d: Dialect) {
  const accounts = d.table(
    "accounts",
    {
      id: d.text("id").primaryKey(),
      /** Encrypted: where sign-in links go. */
      address: d.text("address").notNull(),
      addressHash: d.text("address_hash").notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [d.uniqueIndex("accounts_by_address").on(t.addressHash)],
  );

  /** What an account may do on the whole site. */
  const roles = d.table(
    "roles",
    {
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      role: d.text("role").$type<Role>().notNull(),
      grantedAt: d.instant("granted_at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.accountId, t.role] })],
  );

  /** A mailed link, until it is used or has run out. */
  const signInRequests = d.table(
    "sign_in_requests",
    {
      id: d.text("id").primaryKey(),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      expiresAt: d.instant("expires_at").notNull(),
      spentAt: d.instant("spent_at"),
      /** The draft that pressing the link hands over to its organiser, or blank. */
      campaignId: d.text("campaign_id").notNull().default(""),
    },
    (t) => [d.index("sign_in_requests_by_expiry").on(t.expiresAt)],
  );

  /** The cookie's token is kept as its SHA-256 only. */
  const sessions = d.table(
    "sessions",
    {
      tokenHash: d.text("token_hash").primaryKey(),
      /** How pages and forms speak of a session. */
      publicId: d.text("public_id").notNull(),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      /** What kind of browser, in words; no version, no address. */
      device: d.text("device").notNull(),
      method: d.text("method").$type<SignInMethod>().notNull().default("link"),
      createdAt: d.instant("created_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [
      d.uniqueIndex("sessions_by_public_id").on(t.publicId),
      d.index("sessions_by_account").on(t.accountId, t.createdAt),
      d.index("sessions_by_expiry").on(t.expiresAt),
    ],
  );

  /** Public keys of devices that sign in without a mail. */
  const passkeys = d.table(
    "passkeys",
    {
      /** The credential's id, base64url. */
      id: d.text("id").primaryKey(),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      /** COSE, base64url. */
      publicKey: d.text("public_key").notNull(),
      counter: d.integer("counter").notNull(),
      /** Comma-separated, as the browser named them. */
      transports: d.text("transports").notNull(),
      /** Encrypted: what its owner calls it; at first what kind of browser it was made in, in words. */
      label: d.text("label").notNull(),
      createdAt: d.instant("created_at").notNull(),
      lastUsedAt: d.instant("last_used_at"),
    },
    (t) => [d.index("passkeys_by_account").on(t.accountId, t.createdAt)],
  );

  /** What a browser has signed for us, so that it does not count twice, until its time is over. */
  const passkeyChallenges = d.table(
    "passkey_challenges",
    {
      challenge: d.text("challenge").primaryKey(),
      /** Whose passkey is being made; blank where somebody signs in. */
      accountId: d.text("account_id").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [d.index("passkey_challenges_by_expiry").on(t.expiresAt)],
  );

  /** Who did what, when: added to and never changed by the program. */
  const auditLog = d.table(
    "audit_log",
    {
      sequence: d.identity("sequence"),
      at: d.instant("at").notNull(),
      /** The account, or blank where the program or a command did it. */
      accountId: d.text("account_id").notNull(),
      action: d.text("action").notNull(),
      /** The row it was done to. */
      subject: d.text("subject").notNull(),
      /** Codes and words of ours; nothing that a person typed. */
      detail: d.text("detail").notNull(),
    },
    (t) => [d.index("audit_log_by_subject").on(t.subject, t.sequence)],
  );

  return { accounts, roles, signInRequests, sessions, passkeys, passkeyChallenges, auditLog };
}
