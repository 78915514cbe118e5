import { expect, test } from "vitest";
import { type CsvRow, readCsv } from "#db/reference/read-csv.ts";
import { DEMONSTRATION } from "#db/seed/seed-demonstration.server.ts";

const COLUMNS = [
  "ehc_plans_issued_2022",
  "issued_within_20_weeks_2022",
  "ehc_plans_issued_2023",
  "issued_within_20_weeks_2023",
  "ehc_plans_issued_2024",
  "issued_within_20_weeks_2024",
  "active_ehc_plans_jan_2024",
  "active_ehc_plans_jan_2025",
  "assessment_requests_2023",
  "assessment_requests_2024",
  "tribunal_appeals_2022",
  "tribunal_appeals_2024",
];

/** Numbers of three digits and more in a text, years left out. */
function figuresIn(text: string): number[] {
  const withoutLinks = text.replace(/\]\([^)]*\)/g, "]");
  const found = withoutLinks.match(/\d[\d,]{2,}/g) ?? [];
  return found
    .map((figure) => Number(figure.replaceAll(",", "")))
    .filter((figure) => figure < 2000 || figure > 2030);
}

function officialFigures(rows: CsvRow[], gssCode: string): number[] {
  const row = rows.find((one) => one("gss_code") === gssCode);
  if (row) return COLUMNS.map((column) => Number(row(column)));
  const sums = COLUMNS.map((column) => rows.reduce((sum, one) => sum + (Number(one(column)) || 0), 0));
  return [...sums.map((sum) => Math.round(sum / 100) * 100), rows.length];
}

test("every figure in the demonstration's texts stands in the official statistics of the council asked", () => {
  const rows = readCsv("send-stats.csv", ["gss_code", ...COLUMNS]);
  let checked = 0;
  for (const { texts, bodyGss } of DEMONSTRATION) {
    const official = officialFigures(rows, bodyGss);
    for (const { title, why, more } of Object.values(texts))
      for (const figure of figuresIn(`${title}\n${why}\n${more}`)) {
        expect(official).toContain(figure);
        checked += 1;
      }
  }
  expect(checked).toBeGreaterThan(25);
});
