/** Control characters, the mark of bytes that could not be read, line separators, lone surrogates, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffd\u202a-\u202e\u2066-\u2069]/u;
/** What leaves no ink: marks without a letter, spaces, and the letters and signs that Unicode draws as nothing. */
const INVISIBLE = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const LINK =
  /https?:|www\.|:\/\/|[\p{L}\p{N}-]\.(?:com|org|net|info|biz|co|uk|io|ru|xyz|top|site|online|shop|link|click)(?![\p{L}\p{N}])|[\p{L}\p{N}]\.\p{L}{2,}\/|\S@[^\s@]+\.\p{L}/iu;

/** What is wrong with one line that others may come to read. */
export type LineProblem = "blank" | "too_long" | "unprintable" | "bad_start" | "link";

/** What is wrong with a line, such as a name, of at most `length` characters; undefined where nothing is. */
export function lineProblem(line: string, length: number): LineProblem | undefined {
  const plain = line.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const ink = plain.replace(INVISIBLE, "");
  if (ink === "") return "blank";
  if (Math.min([...line].length, [...line.normalize("NFC")].length) > length) return "too_long";
  if (UNPRINTABLE.test(line)) return "unprintable";
  if (/^[=+\-@]/.test(ink)) return "bad_start";
  return LINK.test(plain) ? "link" : undefined;
}
