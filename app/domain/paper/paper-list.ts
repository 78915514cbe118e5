import { PAPER_ROWS_AT_ONCE } from "#app/policy.ts";
import { type ListError, readRows } from "../csv/read-rows.ts";
import { type ReadRows, readPaperRows } from "./paper-row.ts";

/**
 * Reads names and postcodes as a spreadsheet has them. A first line that names its columns says which is which and may
 * name others, which are not read; without one the name comes first and the postcode second.
 */
export function readPaperList(text: string): (ReadRows & { ok: true }) | { ok: false; error: ListError } {
  const read = readRows(text);
  if ("errors" in read) return refused(read.errors[0]);
  const [first, ...others] = read.rows;
  if (!first) return refused({ line: 1, message: "The list is empty" });
  const named = first.cells.map((cell) => cell.trim().toLowerCase());
  const isHead = named.some((column) => column === "name" || column === "postcode");
  const columns = { name: named.indexOf("name"), postcode: named.indexOf("postcode") };
  if (isHead && (columns.name < 0 || columns.postcode < 0))
    return refused({ line: first.line, message: "The first line must name the columns name and postcode" });
  const body = isHead ? others : read.rows;
  if (body.length === 0) return refused({ line: first.line, message: "Nobody stands below the first line" });
  if (body.length > PAPER_ROWS_AT_ONCE)
    return refused({
      line: body[PAPER_ROWS_AT_ONCE]?.line ?? 1,
      message: `It has ${body.length} rows: send at most ${PAPER_ROWS_AT_ONCE} at once`,
    });
  const at = isHead ? columns : { name: 0, postcode: 1 };
  return {
    ok: true,
    ...readPaperRows(
      body.map(({ cells, line }) => ({
        line,
        name: cells[at.name] ?? "",
        postcode: cells[at.postcode] ?? "",
      })),
    ),
  };
}

/** Rows as a list again: what could not be taken, to be mended. */
export function writePaperList(rows: readonly { name: string; postcode: string }[]): string {
  const cell = (text: string): string =>
    /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map(({ name, postcode }) => `${cell(name)},${cell(postcode)}`).join("\n");
}

function refused(error: ListError | undefined): { ok: false; error: ListError } {
  return { ok: false, error: error ?? { line: 1, message: "The list cannot be read" } };
}
