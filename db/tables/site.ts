import type { Dialect } from "../dialect.ts";

export type NoticeKind =
  | "consent"
  | "letterConsent"
  | "handIn"
  | "connection"
  | "contact"
  | "paper"
  | "storyPublish"
  | "storyRepresentatives"
  | "storyInspectorate"
  | "storyJournalists"
  | "storyGroup";

/** What the site remembers of itself, its scheduled work, and the wordings that people agreed to. */
export function siteTables(d: Dialect) {
  /** Check values of the secrets, the clock's offset, the edition of the postcodes. */
  const facts = d.table("facts", {
    name: d.text("name").primaryKey(),
    value: d.text("value").notNull(),
  });

  /**
   * How often something has been changed, by triggers: what was made of it is old once this has moved. `seats` are
   * areas, who speaks for them, and whom campaigns are addressed to.
   */
  const changeCounts = d.table("change_counts", {
    what: d.text("what").$type<"seats">().primaryKey(),
    count: d.integer("count").notNull(),
  });

  /** The id is made of kind and slot, so that two workers cannot run one twice. */
  const jobs = d.table(
    "jobs",
    {
      id: d.text("id").primaryKey(),
      kind: d.text("kind").notNull(),
      /** The row it is about, or blank. */
      rowId: d.text("row_id").notNull(),
      state: d.text("state").$type<"queued" | "running" | "done" | "failed">().notNull(),
      dueAt: d.instant("due_at").notNull(),
      leasedUntil: d.instant("leased_until"),
      attemptCount: d.integer("attempt_count").notNull(),
      reason: d.text("reason").notNull(),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [d.index("jobs_due").on(t.state, t.dueAt, t.id)],
  );

  const notices = d.table(
    "notices",
    {
      kind: d.text("kind").$type<NoticeKind>().notNull(),
      version: d.integer("version").notNull(),
      wording: d.text("wording").notNull(),
      startsOn: d.text("starts_on").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.kind, t.version] })],
  );

  return { facts, changeCounts, jobs, notices };
}
