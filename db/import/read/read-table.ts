import { parse } from "csv-parse/sync";
import type { CsvRow } from "../../reference/read-csv.ts";
import { ImportFault } from "../import-fault.ts";
import type { TextFile } from "./open-file.ts";

/** A line of a table and its number as a spreadsheet counts: the header is row 1. */
export interface TableRow {
  number: number;
  /** The value of a column, by its folded name, without spaces around it; blank where there is no such column. */
  value: CsvRow;
}

/** A CSV file, its header folded: lower case, `_` for everything else. */
export interface Table {
  name: string;
  columns: string[];
  rows: TableRow[];
}

/**
 * Reads a CSV file with a header; commas, semicolons or tabs, whichever the header has most of.
 * @throws ImportFault when a quote is not closed, a row has other columns than the header, or the file breaks off;
 * `isWhole` is its giver's word that a last row without a line end is complete.
 */
export function readTable(file: TextFile, { isWhole = false }: { isWhole?: boolean } = {}): Table {
  const { name, text } = file;
  const records = parseRecords(file);
  const [header, ...lines] = records;
  if (!header) throw new ImportFault(`${name} is empty.`);
  const columns = header.fields.map(foldColumn);
  const twice = columns.find((column, at) => column !== "" && columns.indexOf(column) !== at);
  if (twice) throw new ImportFault(`${name} has two columns called ${twice}.`);
  const endsOpen = !/[\r\n]$/.test(text);
  for (const [at, { fields, line }] of lines.entries()) {
    const extra = fields.slice(columns.length).some((field) => field.trim() !== "");
    if (fields.length >= columns.length && !extra) continue;
    if (endsOpen && at === lines.length - 1)
      throw new ImportFault(`${name} breaks off in its last row, row ${line}.`);
    throw new ImportFault(
      `${name}: row ${line} has ${fields.length} fields, the header has ${columns.length}. A quote or a comma is wrong, or the row is cut.`,
    );
  }
  const last = lines.at(-1);
  if (!last) throw new ImportFault(`${name} has a header and no rows.`);
  if (endsOpen && !isWhole)
    throw new ImportFault(
      `${name}: its last row, row ${last.line}, has no line end, so the file may be cut short. If it is whole, add --whole.`,
    );
  const indexOf = new Map(columns.map((column, at) => [column, at]));
  return {
    name,
    columns,
    rows: lines.map(({ fields, line }) => ({
      number: line,
      value: (column) => (fields[indexOf.get(column) ?? -1] ?? "").trim(),
    })),
  };
}

/** The name of a column as formats are recognised by it: `Ward Name` is `ward_name`. */
export function foldColumn(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

interface Line {
  fields: string[];
  line: number;
}

function parseRecords({ name, text }: TextFile): Line[] {
  const found: Line[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(fields: string[], { lines }) {
        found.push({ fields, line: lines });
        return null;
      },
    });
    return found;
  } catch (fault) {
    throw new ImportFault(`${name}: ${quoteWords(fault, text)}`);
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

function quoteWords(fault: unknown, text: string): string {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  const noticed = fault instanceof Error && "lines" in fault ? Number(fault.lines) : 1;
  // The parser notices it rows later: the first row with an odd number of quotes is where it begins.
  const odd = text.split("\n").findIndex((line) => line.split('"').length % 2 === 0) + 1;
  const line = odd > 0 && odd < noticed ? odd : noticed;
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return `a quote that is opened in row ${line} is never closed: the file breaks off, or a quote is wrong.`;
  return `in row ${line} a quote stands where none can be, or is not closed.`;
}
