import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";
import type { representativeTables } from "./representative.ts";

/** What is said to be wrong with a representative; `missing` is somebody we do not know of. */
export type CorrectionKind = "left" | "name" | "party" | "other" | "missing";
/** `held` came over a limit and waits apart; nothing but a moderator's decision leads out of either. */
export type CorrectionState = "waiting" | "held" | "accepted" | "declined";

/** What people outside offer to put right, and what admins have put right for good. */
export function correctionTables(
  d: Dialect,
  { areas }: ReturnType<typeof areaTables>,
  { representatives }: ReturnType<typeof representativeTables>,
) {
  /** Everything that was typed is encrypted, and blanked some time after it has been settled. */
  const corrections = d.table(
    "corrections",
    {
      id: d.text("id").primaryKey(),
      /** Ten random characters: how pages and forms speak of it. */
      publicId: d.text("public_id").notNull(),
      kind: d.text("kind").$type<CorrectionKind>().notNull(),
      /** Who it is about; null where somebody is missing. */
      representativeId: d.text("representative_id").references(() => representatives.id),
      /** Where somebody is missing; null where it is about somebody we know. */
      gssCode: d.text("gss_code").references(() => areas.gssCode),
      /** What is right, in their words. */
      words: d.text("words").notNull(),
      /** Name and address of whoever is missing. */
      name: d.text("name").notNull(),
      address: d.text("address").notNull(),
      /** The page that shows it. */
      sourceUrl: d.text("source_url").notNull(),
      /** Where they want to hear what became of it, or blank. */
      email: d.text("email").notNull(),
      state: d.text("state").$type<CorrectionState>().notNull(),
      /** Why it was declined: a code. */
      reason: d.text("reason").notNull(),
      createdAt: d.instant("created_at").notNull(),
      settledAt: d.instant("settled_at"),
    },
    (t) => [
      d.uniqueIndex("corrections_by_public_id").on(t.publicId),
      d.index("corrections_by_state").on(t.state, t.createdAt, t.id),
      d.index("corrections_by_representative").on(t.representativeId),
    ],
  );

  /** Rows that were found to be the same person as another: where their old page and their key in a source lead. */
  const mergedRepresentatives = d.table(
    "merged_representatives",
    {
      /** The id that the row had. */
      id: d.text("id").primaryKey(),
      publicId: d.text("public_id").notNull(),
      sourceKey: d.text("source_key").notNull(),
      representativeId: d
        .text("representative_id")
        .notNull()
        .references(() => representatives.id),
    },
    (t) => [
      d.uniqueIndex("merged_representatives_by_public_id").on(t.publicId),
      d.uniqueIndex("merged_representatives_by_source_key").on(t.sourceKey),
      d.index("merged_representatives_by_representative").on(t.representativeId),
    ],
  );

  /** What an admin has corrected of an area, which stands whatever the next edition of the files says; blank is as the files. */
  const areaCorrections = d.table("area_corrections", {
    gssCode: d
      .text("gss_code")
      .primaryKey()
      .references(() => areas.gssCode),
    name: d.text("name").notNull(),
    homepageUrl: d.text("homepage_url").notNull(),
    domain: d.text("domain").notNull(),
  });

  return { corrections, mergedRepresentatives, areaCorrections };
}
