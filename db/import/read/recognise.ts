import { ImportFault } from "../import-fault.ts";
import type { Table } from "./read-table.ts";

/** A layout of CSV that an import reads. */
export interface Format {
  /** What reports call it. */
  title: string;
  /** Columns that no other layout has; all of them, or most, and it is this one. */
  marks: readonly string[];
  /** Columns it cannot do without. */
  needs: readonly string[];
}

/**
 * Which of the layouts a table has.
 * @throws ImportFault that says which was recognised and what it lacks, or that none was.
 */
export function recognise<F extends Format>(table: Table, formats: readonly F[]): F {
  const has = (column: string) => table.columns.includes(column);
  const ranked = formats
    .map((format) => ({
      format,
      marked: format.marks.filter(has).length / format.marks.length,
      missing: format.needs.filter((column) => !has(column)),
    }))
    .sort((a, b) => b.marked - a.marked || a.missing.length - b.missing.length);
  const [best] = ranked;
  if (!best || best.marked === 0)
    throw new ImportFault(
      `${table.name} has none of the layouts that can be read here (${formats.map((format) => format.title).join("; ")}). ` +
        `Its columns are: ${table.columns.join(", ").slice(0, 300)}.`,
    );
  if (best.missing.length > 0)
    throw new ImportFault(
      `${table.name} was recognised as ${best.format.title}, but has no column ${best.missing.join(", ")}.`,
    );
  return best.format;
}
