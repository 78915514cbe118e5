import { stringify } from "csv-stringify/sync";
import type { SendFigures } from "../domain/area/send-figures.server.ts";
import { appealsRate, inTimeShare } from "../domain/area/send-rates.ts";
import { HAPPENINGS } from "../domain/story/facts.ts";
import { type StorySum, TOTAL_KINDS, type TotalKind } from "../domain/story/sum.ts";

/** So that spreadsheets read the file as UTF-8. */
const BOM = "\uFEFF";

const TOTALS: Record<TotalKind, { measure: string; unit: string }> = {
  monthsOut: { measure: "without a full school place, added together, about", unit: "months" },
  money: { measure: "spent by families, added together, about", unit: "pounds" },
  miles: { measure: "each way to school, added together, about", unit: "miles" },
  monthsWaited: { measure: "of waiting, added together, about", unit: "months" },
};

interface Evidence {
  council: string;
  sum: (StorySum & { summedAt: number }) | undefined;
  figures: SendFigures | undefined;
  /** Some of the families are invented: the file says so, since nothing else travels with it. */
  isInvented: boolean;
}

/** What a council's page of stories shows, for spreadsheets: families' sums, then official figures; nothing of one story. */
export function evidenceCsv({ council, sum, figures, isInvented }: Evidence): string {
  const head = ["from", "measure", "value", "unit", "of_families", "standing", "when", "source"];
  const rows = [
    ...(sum ? sumRows(sum, isInvented ? "Demonstration: invented families" : "") : []),
    ...(figures?.years.flatMap(yearRows) ?? []),
  ];
  const table = [["council", ...head], ...rows.map((row) => [council, ...row])];
  return BOM + stringify(table, { escape_formulas: true, record_delimiter: "windows" });
}

type Cell = string | number;

function sumRows(
  { familyCount, bars, totals, summedAt }: StorySum & { summedAt: number },
  source: string,
): Cell[][] {
  const on = new Date(summedAt).toISOString().slice(0, 10);
  const from = "families who told their story";
  return [
    [from, "families", familyCount, "families", familyCount, "now", on, source],
    ...HAPPENINGS.flatMap(({ value, label }) => {
      const bar = bars[value];
      if (bar === undefined) return [];
      const standing = bar.of === familyCount ? "now" : "counted earlier";
      return [[from, label, bar.count, "families", bar.of, standing, on, source]];
    }),
    ...TOTAL_KINDS.flatMap((kind) => {
      const total = totals[kind];
      if (total === undefined) return [];
      const { measure, unit } = TOTALS[kind];
      return [[from, measure, total.about, unit, "", total.isHeld ? "counted earlier" : "now", on, source]];
    }),
  ];
}

function yearRows(year: SendFigures["years"][number]): Cell[][] {
  const [share, rate] = [inTimeShare(year), appealsRate(year)];
  const own = (measure: string, value: number, unit: string): Cell[] => [
    ...["official", measure, value, unit, "", "", year.year, year.source],
  ];
  return [
    ...(share === undefined
      ? []
      : [own("plans finished within 20 weeks", Math.round(100 * share) / 100, "share")]),
    ...(rate === undefined ? [] : [own("appeals for every 100 decisions", rate, "appeals")]),
  ];
}
