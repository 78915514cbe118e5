import { randomInt } from "node:crypto";

/** No letters that read alike. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new random name of ten characters, by which pages and forms speak of a row. */
export function newPublicId(): string {
  return Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
