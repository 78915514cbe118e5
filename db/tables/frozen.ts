import type { Dialect } from "../dialect.ts";
import type { areaTables } from "./area.ts";
import type { campaignTables } from "./campaign.ts";
import type { TallyLevel } from "./tally.ts";

/** What is kept of areas that have come to their end. */
export function frozenTables(
  d: Dialect,
  { campaigns }: ReturnType<typeof campaignTables>,
  { areas }: ReturnType<typeof areaTables>,
) {
  /** The published numbers of an area on its last day, for good; never anything that was not published. */
  const frozenTallies = d.table(
    "frozen_tallies",
    {
      campaignId: d
        .text("campaign_id")
        .notNull()
        .references(() => campaigns.id),
      gssCode: d
        .text("gss_code")
        .notNull()
        .references(() => areas.gssCode),
      /** A unitary council stands at two levels. */
      level: d.text("level").$type<TallyLevel>().notNull(),
      count: d.integer("count").notNull(),
      /** The last day of the area, in London. */
      frozenOn: d.text("frozen_on").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.campaignId, t.gssCode, t.level] }),
      d.index("frozen_tallies_by_area").on(t.gssCode, t.campaignId),
    ],
  );

  return { frozenTallies };
}
