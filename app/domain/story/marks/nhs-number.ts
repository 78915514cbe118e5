import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf, sentenceAround } from "./matches.ts";

const PATTERN =
  /(?<![\d£+/])(?<it>\d{3}[\s\u00a0.\-–]?\d{3}[\s\u00a0.\-–]?\d{4})(?![\d/]|\s?(?:miles|pounds))/gu;
const WHY = "An NHS number opens a child's health record and is theirs for life.";

/** NHS numbers, and those of Scotland and Northern Ireland of the same make, by their check digit or their name. */
export function findNhsNumbers(text: string): Mark[] {
  return marksOf(text, PATTERN, (found, _, at) => {
    const digits = found.replace(/\D/g, "");
    const isNamed = /\bn\.?h\.?s\b|health (?:and care )?(?:number|no)|\bchi\b|hospital number/.test(
      sentenceAround(text, at, at + found.length),
    );
    const isRight = hasCheckDigit(digits);
    if (!isRight && !isNamed) return undefined;
    if (!isNamed && /^0/.test(digits)) return undefined;
    return {
      kind: "nhs_number",
      certainty: isRight && isNamed ? "sure" : "likely",
      why: WHY,
      replacement: LEFT_OUT,
    };
  });
}

/** Whether ten digits end in their check digit: weights 10 to 2, modulo 11. Source: NHS Data Dictionary. */
export function hasCheckDigit(digits: string): boolean {
  if (/^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
