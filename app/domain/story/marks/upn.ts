import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf, sentenceAround } from "./matches.ts";

const PATTERN =
  /(?<![\p{L}\d])(?<it>[A-HJ-NP-RT-Z](?:[\s\u00a0-]?\d){11}[\s\u00a0-]?[\dA-HJ-NP-RT-Z])(?![\p{L}\d])/giu;
const LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
const WHY = "A unique pupil number follows a child through every school and record.";

/** After its name, with a slip in it: a letter or a digit too many or too few. */
const NAMED =
  /\b(?:upn|unique pupil (?:number|no)|pupil (?:number|no|id)|uln|learner number)s?\b\.?(?:\s(?:is|was|on it))?[\s:=#(-]{1,3}(?:is\s|was\s)?(?<it>\p{L}{0,2}[\s\u00a0-]?\d(?:[\s\u00a0-]?[\dO]){8,13}[\s\u00a0-]?\p{L}?)(?![\p{L}\d])/giu;

/** Unique pupil numbers by their check letter, or by being called so. */
export function findPupilNumbers(text: string): Mark[] {
  const named = marksOf(text, NAMED, () => ({
    kind: "upn",
    certainty: "likely",
    why: WHY,
    replacement: LEFT_OUT,
  }));
  const shaped = marksOf(text, PATTERN, (found, _, at) => {
    const plain = found.replace(/[\s\u00a0-]/gu, "").toUpperCase();
    const isNamed = /\bupn\b|pupil (?:number|no)|\buln\b/.test(sentenceAround(text, at, at + found.length));
    const isRight = hasCheckLetter(plain);
    if (!isRight && !isNamed && /\s/.test(found)) return undefined;
    return { kind: "upn", certainty: isRight ? "sure" : "likely", why: WHY, replacement: LEFT_OUT };
  });
  return [...shaped, ...named];
}

/**
 * Whether a pupil number begins with its check letter: weights 2 to 13, modulo 23; the last place of a temporary one is a
 * letter, counted by its place in the row. Source: Department for Education, "Unique pupil numbers", annex on format.
 */
export function hasCheckLetter(upn: string): boolean {
  const sum = [...upn.slice(1)].reduce((total, sign, at) => {
    const value = /\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign);
    return total + value * (at + 2);
  }, 0);
  return LETTERS[sum % 23] === upn[0];
}
