import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";

/** What an inspection of an area's services for special educational needs found, best first; blank where unread. */
export type InspectionOutcome = "positive" | "inconsistent" | "failings" | "";

/** What official sources say of areas: special educational needs, rules for petitions, how areas overlap. */
export function figureTables(d: Dialect, { areas }: ReturnType<typeof areaTables>) {
  /** One calendar year of one English council that runs education; null is suppressed or not collected. */
  const sendYears = d.table(
    "send_years",
    {
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      year: d.integer("year").notNull(),
      plansIssued: d.integer("plans_issued"),
      /** Of all plans issued, exceptions among them. */
      plansInTime: d.integer("plans_in_time"),
      /** Children and young people with a plan in January of the year. */
      activePlans: d.integer("active_plans"),
      assessmentRequests: d.integer("assessment_requests"),
      requestsRefused: d.integer("requests_refused"),
      appeals: d.integer("appeals"),
      appealableDecisions: d.integer("appealable_decisions"),
      /** Publisher and release. */
      source: d.text("source").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.gssCode, t.year] })],
  );

  const sendInspections = d.table(
    "send_inspections",
    {
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      publishedOn: d.text("published_on").notNull(),
      outcome: d.text("outcome").$type<InspectionOutcome>().notNull(),
      reportUrl: d.text("report_url").notNull(),
      source: d.text("source").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.gssCode, t.publishedOn] })],
  );

  /** How many must sign before a council debates; null where its page does not say. */
  const petitionRules = d.table("petition_rules", {
    gssCode: d
      .text("gss_code")
      .primaryKey()
      .references(() => areas.gssCode),
    minSignatures: d.integer("min_signatures"),
    debateThreshold: d.integer("debate_threshold"),
    officerThreshold: d.integer("officer_threshold"),
    note: d.text("note").notNull(),
    sourceUrl: d.text("source_url").notNull(),
    /** The day a moderator read the source; blank until then, and shown to nobody else. */
    checkedOn: d.text("checked_on").notNull(),
  });

  /**
   * Which areas share ground: a council, ward or division with its constituencies, a ward with its divisions.
   * From the reference files alone, never from where people signed.
   */
  const areaOverlaps = d.table(
    "area_overlaps",
    {
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      otherGss: d
        .text("other_gss")
        .notNull()
        .references(() => areas.gssCode),
      /** Postcodes in both; null where they have not been counted. */
      postcodeCount: d.integer("postcode_count"),
    },
    (t) => [
      d.primaryKey({ columns: [t.gssCode, t.otherGss] }),
      d.index("area_overlaps_by_other").on(t.otherGss, t.gssCode),
    ],
  );

  return { sendYears, sendInspections, petitionRules, areaOverlaps };
}
