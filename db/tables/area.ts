import type { Dialect } from "../dialect.ts";

/** A `nation`, or the kingdom: where bodies without a council have their seat. */
export type AreaLevel = "council" | "ward" | "division" | "constituency" | "nation";

/** The fact that says on which London day areas were last changed here, so that shipped files do not undo it. */
export const AREAS_CHANGED_ON = "areas_changed_on";

/** Councils, wards, divisions and constituencies, the postcode cells they make, and who succeeds whom. */
export function areaTables(d: Dialect) {
  const areas = d.table(
    "areas",
    {
      gssCode: d.text("gss_code").primaryKey(),
      level: d.text("level").$type<AreaLevel>().notNull(),
      /** The kind within its level: county, district, unitary …; ward or county-division; county or borough seat. */
      kind: d.text("kind").notNull(),
      name: d.text("name").notNull(),
      shortName: d.text("short_name").notNull(),
      /** Unique among councils, among constituencies, among the wards of a council, the divisions of a county; blank for codes replaced. */
      slug: d.text("slug").notNull(),
      /** The county of a district, the council of a ward, the county of a division; else blank. */
      parentGss: d.text("parent_gss").notNull(),
      nation: d.text("nation").notNull(),
      region: d.text("region").notNull(),
      /** Whether this council runs education, and so special educational needs. */
      runsEducation: d.boolean("runs_education").notNull(),
      /** Whoever runs education here: the council itself or its county; blank in Northern Ireland. */
      educationGss: d.text("education_gss").notNull(),
      homepageUrl: d.text("homepage_url").notNull(),
      domain: d.text("domain").notNull(),
      startsOn: d.text("starts_on").notNull(),
      /** The last day, or blank while it exists. */
      endsOn: d.text("ends_on").notNull(),
    },
    (t) => [
      d.index("areas_by_level").on(t.level, t.name, t.gssCode),
      d.index("areas_by_slug").on(t.level, t.slug),
      d.index("areas_by_parent").on(t.parentGss, t.level, t.name),
    ],
  );

  const areaSuccessors = d.table(
    "area_successors",
    {
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      successorGss: d
        .text("successor_gss")
        .notNull()
        .references(() => areas.gssCode),
    },
    (t) => [d.primaryKey({ columns: [t.gssCode, t.successorGss] })],
  );

  /** One combination of codes; blank is unknown. Added to, never renumbered. */
  const cells = d.table(
    "cells",
    {
      id: d.identity("id"),
      country: d.text("country").notNull(),
      ward: d.text("ward").notNull(),
      division: d.text("division").notNull(),
      council: d.text("council").notNull(),
      county: d.text("county").notNull(),
      constituency: d.text("constituency").notNull(),
    },
    (t) => [
      d.uniqueIndex("cells_by_codes").on(t.country, t.ward, t.division, t.council, t.county, t.constituency),
      d.index("cells_by_council").on(t.council),
      d.index("cells_by_constituency").on(t.constituency),
    ],
  );

  return { areas, areaSuccessors, cells };
}
