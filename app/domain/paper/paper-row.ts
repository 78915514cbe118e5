import { readPostcode } from "../place/postcode.ts";
import { type LineProblem, lineProblem } from "../signature/typed-line.ts";

/** One person on paper, read and checked; the postcode is canonical. */
export interface PaperRow {
  name: string;
  postcode: string;
}

/** A row that cannot be taken, as it was typed, with what is wrong by field. */
export interface WrongRow {
  /** As the page or the spreadsheet counts, from 1. */
  line: number;
  typed: { name: string; postcode: string };
  errors: { name?: string; postcode?: string };
}

/** What rows were read as. */
export interface ReadRows {
  rows: PaperRow[];
  wrong: WrongRow[];
}

const NAME_LENGTH = 100;

const NAME_PROBLEMS: Record<LineProblem, string> = {
  blank: "Enter the name",
  too_long: `Enter a name of at most ${NAME_LENGTH} characters`,
  unprintable: "Enter the name in letters, without tabs or line breaks",
  bad_start: "Enter a name that begins with a letter",
  link: "Enter the name alone, without a web address",
};

/** Reads rows as they were typed; those with nothing in them are left out. */
export function readPaperRows(typed: readonly { line: number; name: string; postcode: string }[]): ReadRows {
  const read: ReadRows = { rows: [], wrong: [] };
  for (const { line, ...row } of typed) {
    const [name, postcode] = [row.name.trim(), row.postcode.trim()];
    if (name === "" && postcode === "") continue;
    const problem = lineProblem(name, NAME_LENGTH);
    const placed = readPostcode(postcode);
    if (problem === undefined && placed.ok)
      read.rows.push({ name: name.normalize("NFC"), postcode: placed.postcode });
    else
      read.wrong.push({
        line,
        typed: { name, postcode },
        errors: {
          ...(problem === undefined ? {} : { name: NAME_PROBLEMS[problem] }),
          ...(placed.ok ? {} : { postcode: "Enter a full postcode, like WR5 2NP" }),
        },
      });
  }
  return read;
}
