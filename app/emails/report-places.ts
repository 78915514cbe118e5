import { type Block, type MailRow, note, table } from "./blocks.ts";
import { earlierInWords } from "./calendar-words.ts";
import { figure } from "./report-words.ts";
import type { ReportItem, ReportRow } from "./representative-report.ts";

/** The places of a report's area with their counts and, where any may be stated, their growth. */
export function placesTable(item: ReportItem, sentOn: string): Block[] {
  if (item.rows.length === 0) return [];
  const rest =
    item.restLabel !== undefined && item.restCount !== undefined
      ? [{ name: item.restLabel, count: item.restCount, since: item.restSince }]
      : [];
  const rows: ReportRow[] = [...item.rows, ...rest];
  const hasGrowth = item.previousOn !== undefined && rows.some(({ since }) => since !== undefined);
  const head = item.tableHead ?? "Place";
  if (!hasGrowth || item.previousOn === undefined) {
    return [
      table(
        [head, "Signed"],
        rows.map(({ name, count }): MailRow => [name, figure(count)]),
      ),
    ];
  }
  const since = `Since ${earlierInWords(item.previousOn, sentOn).words}`;
  const isSilent = rows.some((row) => row.since === undefined);
  return [
    table(
      [head, "Signed", since],
      rows.map((row): MailRow => [row.name, figure(row.count), growthWords(row.since)]),
    ),
    ...(isSilent ? [note("A dash: grown by fewer than five, or nothing earlier to compare with.")] : []),
  ];
}

function growthWords(since: number | undefined): string {
  if (since === undefined) return "–";
  return since > 0 ? `+${figure(since)}` : figure(since);
}
