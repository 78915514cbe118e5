import type { Dialect } from "../dialect.ts";
import type { accountTables } from "./account.ts";
import type { ProposalState } from "./history.ts";
import type { OrganiserRole } from "./organising.ts";
import { pictureColumns } from "./picture-columns.ts";

/** `in_review` is seen by its members alone; `hidden` by nobody; `closed` has ended and stays to be read. */
export type GroupState = "in_review" | "open" | "rejected" | "hidden" | "closed";
/** `unconfirmed` waits for its sender's own address. */
export type GroupMessageState = "unconfirmed" | "sent";
/** What the members of a group are mailed: what a moderator did, or what somebody wrote to them. */
export type GroupNoticeKind =
  | "change_settled"
  | "verified"
  | "unverified"
  | "hidden"
  | "restored"
  | "message";

/** The bodies that campaigns belong to, who runs them, and who writes to them. */
export function groupTables(d: Dialect, { accounts }: ReturnType<typeof accountTables>) {
  const groups = d.table(
    "groups",
    {
      id: d.text("id").primaryKey(),
      slug: d.text("slug").notNull(),
      state: d.text("state").$type<GroupState>().notNull(),
      name: d.text("name").notNull(),
      /** Who they are and what they do, in Markdown. */
      about: d.text("about").notNull(),
      /** The council in whose area it works; blank for everywhere. */
      gssCode: d.text("gss_code").notNull(),
      /** Whom it says it speaks for: 800 and "families"; 0 where it says nothing. Never added to a count. */
      declaredCount: d.integer("declared_count").notNull(),
      declaredOf: d.text("declared_of").notNull(),
      declaredOn: d.text("declared_on").notNull(),
      pictureId: d.text("picture_id").notNull(),
      /** When and by whom it was checked to be who it says, and what was looked at, as everybody reads it. */
      verifiedAt: d.instant("verified_at"),
      verifiedBy: d.text("verified_by").notNull(),
      verifiedWords: d.text("verified_words").notNull(),
      isDemonstration: d.boolean("is_demonstration").notNull(),
      /** Whether everybody can write to it from its page. */
      takesMessages: d.boolean("takes_messages").notNull().default(true),
      createdAt: d.instant("created_at").notNull(),
      openedAt: d.instant("opened_at"),
    },
    (t) => [
      d.uniqueIndex("groups_by_slug").on(t.slug),
      d.index("groups_by_state").on(t.state, t.name, t.id),
      d.index("groups_by_area").on(t.gssCode, t.state, t.name),
    ],
  );

  const groupMembers = d.table(
    "group_members",
    {
      groupId: d
        .text("group_id")
        .notNull()
        .references(() => groups.id),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      role: d.text("role").$type<OrganiserRole>().notNull(),
      addedAt: d.instant("added_at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.groupId, t.accountId] }),
      d.index("group_members_by_account").on(t.accountId, t.addedAt),
    ],
  );

  const groupInvitations = d.table(
    "group_invitations",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      groupId: d
        .text("group_id")
        .notNull()
        .references(() => groups.id),
      /** Encrypted; blank once accepted or withdrawn. */
      email: d.text("email").notNull(),
      addressHash: d.text("address_hash").notNull(),
      role: d.text("role").$type<OrganiserRole>().notNull().default("editor"),
      invitedBy: d.text("invited_by").notNull(),
      createdAt: d.instant("created_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
      acceptedAt: d.instant("accepted_at"),
    },
    (t) => [
      d.uniqueIndex("group_invitations_by_public_id").on(t.publicId),
      d.index("group_invitations_by_group").on(t.groupId, t.createdAt),
      d.index("group_invitations_by_expiry").on(t.expiresAt),
    ],
  );

  /** What members would like to change of what is public already; the first of a group is its application. */
  const groupChanges = d.table(
    "group_changes",
    {
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      groupId: d
        .text("group_id")
        .notNull()
        .references(() => groups.id),
      accountId: d.text("account_id").notNull(),
      /** The group as it would be, as JSON: `GroupContent`. */
      content: d.text("content").notNull(),
      state: d.text("state").$type<ProposalState>().notNull(),
      /** What the moderator wrote to the members, encrypted, or blank. */
      note: d.text("note").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
      settledBy: d.text("settled_by").notNull(),
    },
    (t) => [
      d.uniqueIndex("group_changes_by_public_id").on(t.publicId),
      d.index("group_changes_by_state").on(t.state, t.createdAt, t.id),
      d.index("group_changes_by_group").on(t.groupId, t.createdAt),
    ],
  );

  /** A letter to a group from its page; goes to its members once the sender's address is confirmed. */
  const groupMessages = d.table(
    "group_messages",
    {
      id: d.text("id").primaryKey(),
      groupId: d
        .text("group_id")
        .notNull()
        .references(() => groups.id),
      state: d.text("state").$type<GroupMessageState>().notNull(),
      /** Who writes, their address, and what; encrypted as one. */
      content: d.text("content").notNull(),
      addressHash: d.text("address_hash").notNull(),
      createdAt: d.instant("created_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [
      d.index("group_messages_by_group").on(t.groupId, t.createdAt),
      d.index("group_messages_by_expiry").on(t.expiresAt),
    ],
  );

  /** One mail to one member; the outbox points here. */
  const groupNotices = d.table(
    "group_notices",
    {
      id: d.text("id").primaryKey(),
      accountId: d
        .text("account_id")
        .notNull()
        .references(() => accounts.id),
      groupId: d
        .text("group_id")
        .notNull()
        .references(() => groups.id),
      kind: d.text("kind").$type<GroupNoticeKind>().notNull(),
      /** The change or the message that it is about, or blank. */
      subjectId: d.text("subject_id").notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [
      d.index("group_notices_by_group").on(t.groupId, t.createdAt),
      d.index("group_notices_by_age").on(t.createdAt),
    ],
  );

  /** Re-encoded by us, as campaigns' pictures are. */
  const groupPictures = d.table(
    "group_pictures",
    {
      ...pictureColumns(d),
      groupId: d
        .text("group_id")
        .notNull()
        .references(() => groups.id),
    },
    (t) => [
      d.uniqueIndex("group_pictures_by_public_id").on(t.publicId),
      d.index("group_pictures_by_group").on(t.groupId),
    ],
  );

  return {
    groups,
    groupMembers,
    groupInvitations,
    groupChanges,
    groupMessages,
    groupNotices,
    groupPictures,
  };
}
