import { randomInt } from "node:crypto";

/** No letters that read alike. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new random name, by which pages and forms speak of a row: five bits a character, ten characters as a rule. */
export function newPublicId(length = 10): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
