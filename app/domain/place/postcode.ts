import { z } from "zod";
import { specialByFoldedForm } from "./special-postcode.ts";

/** A postcode as it is kept and looked up: letters and digits, upper case, without a space. */
export type PostcodeResult = { ok: true; postcode: string } | { ok: false };

/** What a form says when a postcode cannot be read. */
export const POSTCODE_HINT = "Enter a full postcode, like WR5 2NP";

/** A typed postcode, read into the form in which it is kept. */
export const PostcodeField = z.string(POSTCODE_HINT).transform((typed, ctx) => {
  const read = readPostcode(typed);
  if (read.ok) return read.postcode;
  ctx.addIssue({ code: "custom", message: POSTCODE_HINT });
  return z.NEVER;
});

/** Far beyond any postcode with its spaces and dashes; longer input is not worth reading. */
const MAX_TYPED_LENGTH = 100;

/** The last two letters are never C I K M O V. */
const INWARD = "\\d[ABD-HJLNP-UW-Z]{2}";

/** The shape alone. NPT, Newport's until 1984, is the one area of three letters. */
const WELL_FORMED = new RegExp(`^(?:[A-Z]{1,2}\\d[A-Z\\d]?|NPT)${INWARD}$`);

/** Shape and the letters in use at each place, strict enough that a mended O or I has one reading. */
const PLAUSIBLE = new RegExp(
  "^(?:[BEGLMNSW][1-9]\\d?|[ENW]1[A-HJKMNPR-Y]" +
    "|[A-PR-UWYZ][A-HK-Y]\\d|[A-PR-UWYZ][A-HK-Y][1-9]\\d|[A-PR-UWYZ][A-HK-Y]\\d[ABEHMNPRVWXY]|NPT|XM4|XX\\d{1,2})" +
    `${INWARD}$`,
);

/**
 * Reads a postcode however it was typed: any case, spaces, dots and dashes anywhere, full-width characters.
 * O and 0, I and 1 are mended where only one reading can be a postcode. Any well-formed one is accepted, known
 * or not; so are GIR 0AA, BFPO numbers and the codes of the overseas territories.
 */
export function readPostcode(typed: string): PostcodeResult {
  if (typed.length > MAX_TYPED_LENGTH) return { ok: false };
  const plain = typed.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
  if (!/^[A-Za-z0-9]{4,14}$/.test(plain)) return { ok: false };
  const cleaned = plain.toUpperCase();
  const folded = fold(cleaned);

  const special = specialByFoldedForm(folded);
  if (special) return { ok: true, postcode: special };
  const forces = /^BFP0(?:C0)?(\d{1,4})$/.exec(folded)?.[1];
  if (forces) return { ok: true, postcode: `BFPO${forces}` };

  if (PLAUSIBLE.test(cleaned)) return { ok: true, postcode: cleaned };
  const [only, ...others] = readings(folded).filter((reading) => PLAUSIBLE.test(reading));
  if (only !== undefined && others.length === 0) return { ok: true, postcode: only };
  return WELL_FORMED.test(cleaned) ? { ok: true, postcode: cleaned } : { ok: false };
}

/** The way people write it: `WR5 2NP`, `BFPO 123`, `GIR 0AA`. Takes what `readPostcode` gives. */
export function formatPostcode(postcode: string): string {
  if (/^BFPO\d/.test(postcode)) return `BFPO ${postcode.slice(4)}`;
  if (/^AI\d{4}$/.test(postcode)) return `AI-${postcode.slice(2)}`;
  return `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
}

/** One spelling for all that look alike: O as 0, I as 1. */
function fold(text: string): string {
  return text.replaceAll("O", "0").replaceAll("I", "1");
}

/** Every text that folds to this one; few, as a postcode has seven characters. */
function readings(folded: string): string[] {
  if (folded.length > 7) return [];
  let texts = [""];
  for (const char of folded) {
    const alike = char === "0" ? ["0", "O"] : char === "1" ? ["1", "I"] : [char];
    texts = texts.flatMap((text) => alike.map((next) => text + next));
  }
  return texts;
}
