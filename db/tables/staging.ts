import type { Dialect } from "../dialect.ts";

/** Where an import lays down what it will change, a few hundred rows at a time, before one short unit swaps it in. */
export function stagingTables(d: Dialect) {
  /** Terms, each with the representative who holds it, as they will be. */
  const stagedTerms = d.table(
    "staged_terms",
    {
      /** One run of an import; its ids sort by time. */
      batch: d.text("batch").notNull(),
      termId: d.text("term_id").notNull(),
      representativeId: d.text("representative_id").notNull(),
      publicId: d.text("public_id").notNull(),
      kind: d.text("kind").notNull(),
      sourceKey: d.text("source_key").notNull(),
      name: d.text("name").notNull(),
      nameKey: d.text("name_key").notNull(),
      fullTitle: d.text("full_title").notNull(),
      language: d.text("language").notNull(),
      gssCode: d.text("gss_code").notNull(),
      party: d.text("party").notNull(),
      startsOn: d.text("starts_on").notNull(),
      endsOn: d.text("ends_on").notNull(),
      address: d.text("address").notNull(),
      addressHash: d.text("address_hash").notNull(),
      addressState: d.text("address_state").notNull(),
      source: d.text("source").notNull(),
      checkedOn: d.text("checked_on").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.batch, t.termId] })],
  );

  const stagedAreas = d.table(
    "staged_areas",
    {
      batch: d.text("batch").notNull(),
      gssCode: d.text("gss_code").notNull(),
      level: d.text("level").notNull(),
      kind: d.text("kind").notNull(),
      name: d.text("name").notNull(),
      shortName: d.text("short_name").notNull(),
      slug: d.text("slug").notNull(),
      parentGss: d.text("parent_gss").notNull(),
      nation: d.text("nation").notNull(),
      region: d.text("region").notNull(),
      runsEducation: d.boolean("runs_education").notNull(),
      educationGss: d.text("education_gss").notNull(),
      homepageUrl: d.text("homepage_url").notNull(),
      domain: d.text("domain").notNull(),
      startsOn: d.text("starts_on").notNull(),
      endsOn: d.text("ends_on").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.batch, t.gssCode] })],
  );

  return { stagedTerms, stagedAreas };
}
