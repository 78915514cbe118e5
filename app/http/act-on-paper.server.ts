import { addPaper } from "../domain/paper/add-paper.server.ts";
import { readPaperList, writePaperList } from "../domain/paper/paper-list.ts";
import { type ReadRows, readPaperRows, type WrongRow } from "../domain/paper/paper-row.ts";
import { removePaper } from "../domain/paper/remove-paper.server.ts";
import { newPublicId } from "../domain/privacy/public-id.ts";
import { lineProblem } from "../domain/signature/typed-line.ts";
import type { Site } from "../domain/site.ts";
import { PAPER_ROWS, PAPER_WORDS_CHARACTERS } from "../policy.ts";
import type { FormValues } from "./read-form.server.ts";

interface Who {
  campaignId: string;
  accountId: string;
}

/** What became of a form about paper: what was done, or the form again with what is still to be put right. */
export type PaperAnswer =
  | { done: "added" | "removed" }
  | {
      done?: undefined;
      status: 409 | 422 | 429;
      problem: string;
      errors: Record<string, string>;
      values: FormValues;
      /** What is wrong with a list, line by line. */
      lines: readonly { line: number; message: string }[];
    };

/**
 * Takes a sheet that was typed in (`intent=rows`: `name1`, `postcode1` …), a list (`intent=list`, in `list` or as a
 * file's text), or a batch off again (`intent=remove`, by `paper`). Where some rows cannot be taken, none is, unless
 * `goOn` (`listGoOn`) says to take the others: then the form comes back with just those that are left.
 *
 * @throws Response 400 for another form
 */
export async function actOnPaper(
  site: Site,
  who: Who,
  { values, listed }: { values: FormValues; listed?: string },
  now: number,
): Promise<PaperAnswer> {
  switch (values.intent) {
    case "rows":
      return takeRows(site, who, values, now);
    case "list":
      return takeList(site, who, { ...values, list: listed ?? values.list ?? "" }, now);
    case "remove": {
      const removed = await removePaper(site, { ...who, publicId: values.paper ?? "" }, now);
      return removed ? { done: "removed" } : again({ status: 409, problem: NOT_THERE });
    }
  }
  throw new Response(null, { status: 400 });
}

const NOT_THERE = "It is gone already, or the time for changes is over.";

async function takeRows(site: Site, who: Who, values: FormValues, now: number): Promise<PaperAnswer> {
  const typed = Array.from({ length: PAPER_ROWS }, (_, index) => ({
    line: index + 1,
    name: values[`name${index + 1}`] ?? "",
    postcode: values[`postcode${index + 1}`] ?? "",
  }));
  const read = readPaperRows(typed);
  if (read.rows.length + read.wrong.length === 0)
    return again({ errors: { name1: "Enter a name and a postcode" }, values });
  const wordsError = wordsProblem(values, "words");
  if (wordsError !== undefined || (read.wrong.length > 0 && !mayGoOn(values.goOn, read)))
    return again({ errors: { ...wordsError, ...rowErrors(read.wrong) }, values });
  const outcome = await add(site, who, values, read, now);
  if (outcome.done === undefined) return { ...outcome, values };
  if (read.wrong.length === 0) return outcome;
  const left = read.wrong.map((wrong, index) => ({ ...wrong, line: index + 1 }));
  const refilled = left.flatMap(({ line, typed: { name, postcode } }) => [
    [`name${line}`, name],
    [`postcode${line}`, postcode],
  ]);
  return again({
    problem: takenWords(read),
    errors: rowErrors(left),
    values: { ...kept(values), ...Object.fromEntries(refilled) },
  });
}

async function takeList(site: Site, who: Who, values: FormValues, now: number): Promise<PaperAnswer> {
  const read = readPaperList(values.list ?? "");
  if (!read.ok) return again({ errors: { list: LIST_ERROR }, lines: [read.error], values });
  const wordsError = wordsProblem(values, "listWords");
  const lines = read.wrong.map(({ line, errors }) => ({ line, message: Object.values(errors).join(". ") }));
  if (wordsError !== undefined || (read.wrong.length > 0 && !mayGoOn(values.listGoOn, read)))
    return again({
      errors: { ...wordsError, ...(lines.length > 0 ? { list: LIST_ERROR } : {}) },
      lines,
      values,
    });
  const outcome = await add(site, who, values, read, now);
  if (outcome.done === undefined) return { ...outcome, values };
  if (read.wrong.length === 0) return outcome;
  return again({
    problem: takenWords(read),
    errors: { list: LIST_ERROR },
    lines: lines.map((line, index) => ({ ...line, line: index + 1 })),
    values: { ...kept(values), list: writePaperList(read.wrong.map(({ typed }) => typed)) },
  });
}

const LIST_ERROR = "Something in the list has to be put right";

/** Something is left to take, and they said so. */
function mayGoOn(goOn: string | undefined, { rows }: ReadRows): boolean {
  return goOn === "on" && rows.length > 0;
}

function takenWords({ rows, wrong }: ReadRows): string {
  const took = rows.length === 1 ? "1 row is taken" : `${rows.length} rows are taken`;
  return `${took}. ${wrong.length === 1 ? "This one is not" : `These ${wrong.length} are not`}: put it right and send it, or leave it.`;
}

async function add(
  site: Site,
  who: Who,
  values: FormValues,
  { rows }: ReadRows,
  now: number,
): Promise<PaperAnswer> {
  // A form without its own number is one from elsewhere: it is taken as new.
  const publicId = /^[0-9a-z]{10}$/.test(values.batch ?? "") ? (values.batch ?? "") : newPublicId();
  const words = (values[values.intent === "list" ? "listWords" : "words"] ?? "").trim();
  const outcome = await addPaper(site, { ...who, publicId, words, rows }, now);
  switch (outcome) {
    case "added":
    case "already_added":
      return { done: "added" };
    case "not_now":
      return again({ status: 409, problem: "It takes no signatures on paper now.", values });
    case "too_many":
      return again({ status: 429, problem: "That is enough for today. Try again tomorrow.", values });
  }
}

function wordsProblem(values: FormValues, field: "words" | "listWords"): Record<string, string> | undefined {
  const words = (values[field] ?? "").trim();
  if (words === "" || lineProblem(words, PAPER_WORDS_CHARACTERS) === undefined) return undefined;
  return { [field]: `Say it in plain words, in at most ${PAPER_WORDS_CHARACTERS} characters` };
}

function rowErrors(wrong: readonly WrongRow[]): Record<string, string> {
  return Object.fromEntries(
    wrong.flatMap(({ line, errors }) =>
      Object.entries(errors).map(([field, message]) => [`${field}${line}`, `Row ${line}: ${message}`]),
    ),
  );
}

/** What stays in a form whose rows were taken; it is a new batch from here on. */
function kept({ intent = "", words = "", goOn = "", listWords = "", listGoOn = "" }: FormValues): FormValues {
  return { intent, words, goOn, listWords, listGoOn };
}

function again(
  answer: Partial<Exclude<PaperAnswer, { done: "added" | "removed" }>>,
): Exclude<PaperAnswer, { done: "added" | "removed" }> {
  return { status: 422, problem: "", errors: {}, values: {}, lines: [], ...answer };
}
