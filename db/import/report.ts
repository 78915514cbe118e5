/** What an import did, or would do: numbers of rows, and every row it did not take with its reason. */
export interface ImportReport {
  /** Which layout the file was recognised as. */
  format: string;
  /** Rows read. */
  read: number;
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
  refused: Refused[];
  /** What else its reader should know, a sentence each. */
  notes: string[];
}

/** A row that was not taken. The reason never repeats somebody's address. */
export interface Refused {
  /** The row or line, with the file's name where there are several. */
  row: string;
  reason: string;
}

/** Refused rows that are printed; the rest is counted. */
const LISTED = 200;

/** A report that has counted nothing yet. */
export function emptyReport(format: string, read: number): ImportReport {
  return { format, read, added: 0, changed: 0, ended: 0, unchanged: 0, refused: [], notes: [] };
}

/** The report in lines, the numbers all in one. */
export function reportLines(report: ImportReport, { isDryRun }: { isDryRun: boolean }): string[] {
  const { added, changed, ended, unchanged, refused } = report;
  return [
    `Read ${report.read} rows as ${report.format}.`,
    `added ${added}, changed ${changed}, ended ${ended}, unchanged ${unchanged}, refused ${refused.length}`,
    ...refused.slice(0, LISTED).map(({ row, reason }) => `  refused ${row}: ${reason}`),
    ...(refused.length > LISTED ? [`  … and ${refused.length - LISTED} more`] : []),
    ...report.notes,
    ...(isDryRun ? ["This was a dry run: nothing was changed."] : []),
  ];
}
