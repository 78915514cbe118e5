import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf, sentenceAround } from "./matches.ts";

const PATTERN =
  /(?<![\d£+/])(?<it>\d{3}[\s\u00a0.\-–]?\d{3}[\s\u00a0.\-–]?\d{4})(?![\d/]|\s?(?:miles|pounds))/gu;
/** Written in threes and fours, as on every letter of a hospital. */
const GROUPED = /^\d{3}[\s\u00a0.\-–]\d{3}[\s\u00a0.\-–]\d{4}$/u;
const WHY = "An NHS number opens a child's health record and is theirs for life.";

const SOFT = "This looks like an NHS number with a slip in it; a clerk would still find the child by it.";
/** After its name, however it is typed: other gaps, the letter O for a nought, a digit too many or too few. */
const NAMED =
  /\b(?:n\.?h\.?s\.?|chi|health and care|h&c)\s?(?:number|numbers|no|nos|num|nr|#)?\b\.?(?:\s(?:is|was|its|it['’]s|on it|for \p{L}+))?[\s:=#(-]{1,3}(?<it>[\dO](?:[\s\u00a0.,/–-]{0,2}[\dOo]){7,11})(?![\p{L}\d])/giu;
/** NHS numbers, and those of Scotland and Northern Ireland of the same make, by their check digit or their name. */
export function findNhsNumbers(text: string): Mark[] {
  const named = marksOf(text, NAMED, (found) => ({
    kind: "nhs_number",
    certainty: "likely",
    why: hasCheckDigit(found.replace(/o/gi, "0").replace(/\D/g, "")) ? WHY : SOFT,
    replacement: LEFT_OUT,
  }));
  const shaped = marksOf(text, PATTERN, (found, _, at) => {
    const digits = found.replace(/\D/g, "");
    const isNamed = /\bn\.?h\.?s\b|health (?:and care )?(?:number|no)|\bchi\b|hospital number/.test(
      sentenceAround(text, at, at + found.length),
    );
    const isRight = hasCheckDigit(digits);
    if (!isNamed && (/^0/.test(digits) || (!isRight && !GROUPED.test(found)))) return undefined;
    return {
      kind: "nhs_number",
      certainty: isRight && isNamed ? "sure" : isRight || isNamed ? "likely" : "perhaps",
      why: isRight ? WHY : SOFT,
      replacement: LEFT_OUT,
    };
  });
  return [...shaped, ...named];
}

/** Whether ten digits end in their check digit: weights 10 to 2, modulo 11. Source: NHS Data Dictionary. */
export function hasCheckDigit(digits: string): boolean {
  if (/^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
