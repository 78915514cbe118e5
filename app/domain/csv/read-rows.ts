import { parse } from "csv-parse/sync";

/** One row of a spreadsheet, and its line as spreadsheets count: a cell may hold several. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** Something wrong in a list: its line, and what to do. */
export interface ListError {
  line: number;
  message: string;
}

/**
 * Reads what a spreadsheet saved, or lines that were pasted: parted by commas, semicolons or tabs, whichever the first
 * line has most of. Empty rows are left out, rows may differ in length; only a quotation mark out of place stops it.
 */
export function readRows(text: string): { rows: CsvRow[] } | { errors: ListError[] } {
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(cells: string[], { lines }) {
        if (cells.some((cell) => cell.trim() !== "")) rows.push({ cells, line: lines - breaksIn(cells) });
        return null;
      },
    });
    return { rows };
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    return {
      errors: [{ line, message: "A quotation mark is opened here and not closed, or stands inside a cell" }],
    };
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.join("").split("\n").length - 1;
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}
