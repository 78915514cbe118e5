import { type Block, type MailRow, note, table } from "./blocks.ts";
import { earlierInWords } from "./calendar-words.ts";
import type { ReportRow, ReportTable } from "./report-item.ts";
import { figure } from "./report-words.ts";

/** Places of a report's area with their counts and, where any may be stated, their growth since `previousOn`. */
export function placesTable(places: ReportTable, previousOn: string | undefined, sentOn: string): Block[] {
  const { head, restLabel, restCount, restSince } = places;
  if (places.rows.length === 0) return [];
  const rest =
    restLabel !== undefined && restCount !== undefined
      ? [{ name: restLabel, count: restCount, since: restSince }]
      : [];
  const rows: ReportRow[] = [...places.rows, ...rest];
  const hasGrowth = rows.some(({ since }) => since !== undefined);
  if (!hasGrowth || previousOn === undefined) {
    return [
      table(
        [head, "Signed"],
        rows.map(({ name, count }): MailRow => [name, figure(count)]),
      ),
    ];
  }
  const since = `Since ${earlierInWords(previousOn, sentOn).words}`;
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
