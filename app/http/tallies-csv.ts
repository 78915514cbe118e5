import { stringify } from "csv-stringify/sync";
import type { TallyLevel } from "#db/tables/tally.ts";
import type { Publication } from "../domain/area/published.server.ts";

/** So that spreadsheets read the file as UTF-8. */
const BOM = "\uFEFF";

const LEVELS: Record<TallyLevel, string> = {
  country: "country",
  upper: "council that runs education",
  lower: "district or unitary council",
  constituency: "constituency",
  ward: "ward",
  division: "county division",
  unplaced: "not placed",
};

/** Every level at which numbers are published. */
export const TALLY_LEVELS = [
  "country",
  "upper",
  "lower",
  "constituency",
  "ward",
  "division",
  "unplaced",
] as const satisfies TallyLevel[];

/**
 * The published numbers of a campaign as a table for spreadsheets: what kind of place, its name, code and council,
 * how many, as of when. Whatever a name begins with, no cell is a formula.
 */
export function talliesCsv(
  title: string,
  publication: Publication | undefined,
  parentNames: ReadonlyMap<string, string>,
): string {
  const countedAt = publication ? new Date(publication.publishedAt).toISOString().slice(0, 16) : "";
  const rows = (publication?.areas ?? []).map(({ level, code, name, parentGss, count }) => [
    LEVELS[level],
    name,
    code,
    parentNames.get(parentGss) ?? "",
    count,
    countedAt,
    title,
  ]);
  const head = ["level", "place", "code", "in", "signatures", "counted_at_utc", "title"];
  const total = ["all", "Everybody", "", "", publication?.total ?? 0, countedAt, title];
  return BOM + stringify([head, total, ...rows], { escape_formulas: true, record_delimiter: "windows" });
}
