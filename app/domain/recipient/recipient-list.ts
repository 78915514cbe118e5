import { RECIPIENTS_AT_MOST } from "#app/policy-recipients.ts";
import { type ListError, readRows } from "../csv/read-rows.ts";
import { NamedForm } from "./named-recipient.ts";

/** The columns of a list, as its first line names them. */
export const LIST_COLUMNS = ["name", "role", "organisation", "copy", "email", "page"] as const;

/** Reads a list of recipients: all of them, or everything that is wrong with it, line by line. */
export function readRecipientList(
  text: string,
): { ok: true; forms: NamedForm[]; lines: number[] } | { ok: false; errors: ListError[] } {
  const rows = readRows(text);
  if ("errors" in rows) return { ok: false, errors: rows.errors };
  const [head, ...body] = rows.rows;
  const columns = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const problem = headProblem(columns, body.length);
  if (problem !== undefined) return { ok: false, errors: [{ line: head?.line ?? 1, message: problem }] };
  const forms: NamedForm[] = [];
  const lines: number[] = [];
  const errors: ListError[] = [];
  for (const { cells, line } of body) {
    const extra = cells.slice(columns.length).some((cell) => cell.trim() !== "");
    if (extra) {
      errors.push({
        line,
        message: "It has more columns than the first line: put text with commas in quotation marks",
      });
      continue;
    }
    const read = readLine(columns, cells);
    if ("messages" in read) errors.push(...read.messages.map((message) => ({ line, message })));
    else {
      forms.push(read.form);
      lines.push(line);
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, forms, lines };
}

function headProblem(columns: readonly string[], lineCount: number): string | undefined {
  const known: readonly string[] = LIST_COLUMNS;
  const stranger = columns.find((column) => !known.includes(column));
  if (columns.length === 0) return "The list is empty";
  if (!columns.includes("role") && !columns.includes("name"))
    return `The first line must name the columns: ${LIST_COLUMNS.join(", ")}`;
  if (stranger !== undefined)
    return stranger === ""
      ? "A column has no name"
      : `There is no column “${stranger.slice(0, 30)}”: use ${LIST_COLUMNS.join(", ")}`;
  if (new Set(columns).size < columns.length) return "Two columns have the same name";
  if (lineCount === 0) return "Nobody stands below the first line";
  if (lineCount > RECIPIENTS_AT_MOST)
    return `It names ${lineCount}: a campaign goes to at most ${RECIPIENTS_AT_MOST}`;
  return undefined;
}

const YES = ["yes", "y", "x", "true", "1", "cc", "copy", "on"];
const NO = ["", "no", "n", "false", "0"];

function readLine(
  columns: readonly string[],
  cells: readonly string[],
): { form: NamedForm } | { messages: string[] } {
  const cell = (column: string) => cells[columns.indexOf(column)] ?? "";
  const copy = cell("copy").trim().toLowerCase();
  const read = NamedForm.safeParse({
    ...{ name: cell("name"), role: cell("role"), organisation: cell("organisation") },
    ...{ email: cell("email"), sourceUrl: cell("page") },
    ...(YES.includes(copy) ? { isCopy: "on" } : {}),
  });
  const messages =
    read.error?.issues.map(({ path, message }) => `${FIELD_COLUMNS[String(path[0])]}: ${message}`) ?? [];
  if (!YES.includes(copy) && !NO.includes(copy)) messages.push("copy: Enter yes or no");
  return read.success && messages.length === 0 ? { form: read.data } : { messages };
}

const FIELD_COLUMNS: Readonly<Record<string, string>> = {
  name: "name",
  role: "role",
  organisation: "organisation",
  email: "email",
  sourceUrl: "page",
};
