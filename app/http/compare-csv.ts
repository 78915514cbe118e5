import { stringify } from "csv-stringify/sync";
import type { ComparedCouncil } from "../domain/story/compare.ts";

const HEAD = [
  ...[
    "council",
    "gss_code",
    "families_who_told",
    "per_1000_children_with_plans",
    "months_without_school_about",
  ],
  ...["counted_on", "children_with_plans", "children_with_plans_year", "plans_within_20_weeks_share"],
  ...["plans_within_20_weeks_year", "appeals_per_100_decisions", "appeals_year", "note"],
];

/**
 * The table of councils for spreadsheets: what its page shows, blank where that shows nothing. `invented` are the
 * codes of those of which some families are: the file says so, since nothing else travels with it.
 */
export function compareCsv(councils: readonly ComparedCouncil[], invented: readonly string[]): string {
  const rows = councils.map(({ gssCode, name, told, plans, inTime, appeals }) => [
    ...[name, gssCode, told?.familyCount, told?.perThousand, told?.monthsOut],
    ...[told && new Date(told.summedAt).toISOString().slice(0, 10), plans?.count, plans?.year],
    ...[inTime && Math.round(100 * inTime.share) / 100, inTime?.year, appeals?.rate, appeals?.year],
    told && invented.includes(gssCode) ? "Demonstration: invented families" : "",
  ]);
  return stringify([HEAD, ...rows], { escape_formulas: true });
}
