import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";

const WHY = "A case or reference number leads straight to the child's file.";
/** The shapes that courts and tribunals give their numbers. */
const SHAPED = [
  /(?<![\p{L}\d])(?<it>(?:EH|SE|DD|EA|UA|HS)\s?\d{2,4}\s?\/\s?\d{2}\s?\/\s?\d{4,5}(?:\s?[A-Z]{1,3})?)(?![\d/])/giu,
  /(?<![\p{L}\d])(?<it>(?:SE|EH|ST|UA)[/-]\d{4}[/-]\d{3,6}(?:[/-]?[A-Z]{1,6})?)(?![\d/])/giu,
  /(?<![\p{L}\d])(?<it>[A-Z]{2}\d{2}[CPDFZ]\d{5})(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?<it>[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D])(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])(?<it>(?:(?:[A-Z]{2,5}|\d{2,4})[/-])?(?:EHCP|EHC|SEN|SEND|LADO|CMP|FOI|SAR|LGO|REF|LD|CAS|INC)[/-]\d{3,}(?:[/-][A-Z\d]+)*)(?![\d/])/giu,
  /(?<![\p{L}\d/-])(?<it>[A-Z]{2,6}[/-](?:[A-Z]{1,4}[/-])?\d{4,}(?:[/-][A-Z\d]+)*)(?![\p{L}\d/])/gu,
];
const TOKEN =
  "(?:ref(?:erence)?:?\\s*)?(?:[A-Z]{1,6}[/\\-]){0,2}(?:[A-Z]{1,5}[/\\-:. ]?)?\\d[\\dA-Z]*(?:[/\\-. ]?\\d[\\dA-Z]*)*(?:[/\\-][A-Z]{1,5})?";
const NAMED = new RegExp(
  "\\b(?:(?:case|appeal|claim|complaint|crime|incident|court|tribunal|ehcp?|plan|file|hospital|patient|pupil|learner|student|referral|application|dla|pip|uln|lado|police|log|order|licen[cs]e|passport|ni|national insurance|customer|client|account|liquidlogic|mosaic|system|police|council|foi)\\s+)?" +
    "(?:ref(?:erence)?|number|no|nr|num|id|uln|ref\\s?no|reference number)\\b\\.?(?:\\s+(?:number|no\\.?|code))?\\s*(?:is|was|are|on it|:|#|=|-|–|\\()?\\s*(?:is|was|number|no\\.?)?\\s*[\"“'‘(]?" +
    `(?<it>${TOKEN})(?![\\p{L}\\d])`,
  "giu",
);
const ADDED = new RegExp(
  `\\b(?:and|or|,)\\s+(?:the\\s+)?(?:hospital|crime|case|lado|police|complaint|dla|pip)\\s+(?:reference|ref|number|no)\\s+(?<it>${TOKEN})`,
  "giu",
);
/** As the police count them: "log 457 of 12/03". */
const LOG =
  /\b(?:log|crime|incident|cad)\s?(?:number|no\.?|ref|num)?\s?(?<it>\d{1,5}\s(?:of|from|on)\s(?:the\s)?\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{2,4})?)?)(?![\d/])/giu;
const APPEAL =
  /\b(?:appeal|case|claim|complaint|application|ticket|incident)\s+(?:(?:is|was)\s+)?#?(?<it>[A-Z]{1,5}[/\- ]?\d{2,}(?:[/-]\d+)*|\d{2,}[/-]\d{2,}(?:[/-]\d+)*|\d{5,})(?![\p{L}\d])/giu;

/** Numbers of tribunals, courts, plans, complaints, crimes, benefits. */
export function findCaseReferences(text: string): Mark[] {
  const shaped = [...SHAPED, LOG].flatMap((pattern) => marksOf(text, pattern, () => made("sure")));
  const named = [NAMED, ADDED, APPEAL].flatMap((pattern) =>
    marksOf(text, pattern, (found) => (isTelling(found) ? made("likely") : undefined)),
  );
  return [...shaped, ...named];
}

function made(certainty: "sure" | "likely"): Omit<Mark, "start" | "end"> {
  return { kind: "case_reference", certainty, why: WHY, replacement: LEFT_OUT };
}

/** A reference has four digits at least, and is no year, money or date. */
function isTelling(found: string): boolean {
  const digits = found.replace(/\D/g, "").length;
  if (digits < 4 || /^(?:19|20)\d{2}$/.test(found.trim())) return false;
  return (
    !/^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$/.test(found) && !/^0\d{9,10}$/.test(found.replace(/\s/g, ""))
  );
}
