import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

/** A line of a reference file: a column that is not there reads as blank. */
export type CsvRow = (column: string) => string;

/** Where a reference file stands. */
export function referenceFile(name: string): string {
  return fileURLToPath(new URL(`./data/${name}`, import.meta.url));
}

/** Reads a CSV file of `data/`. @throws when one of `columns` is missing from its header. */
export function readCsv(name: string, columns: readonly string[]): CsvRow[] {
  const rows: Record<string, string>[] = parse(readFileSync(referenceFile(name)), {
    columns: true,
    bom: true,
  });
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) throw new Error(`${name} has no column ${missing.join(", ")}`);
  return rows.map((row) => (column) => (row[column] ?? "").trim());
}
