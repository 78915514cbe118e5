/**
 * One line of what somebody typed: control characters, line breaks and the invisible marks that turn the
 * direction of the text after them become spaces or nothing, so that no name can add a header or a line, or
 * make the rest of a sentence read backwards. Joiners stay: some scripts need them.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/** A subject: one line, shortened at a word with an ellipsis so that it has at most `limit` characters. */
export function subjectLine(text: string, limit = 140): string {
  return shorten(plainLine(text), limit);
}

/** One line of at most `limit` characters, cut between words where it can be. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1).join("");
  const lastSpace = kept.lastIndexOf(" ");
  return `${lastSpace > limit / 2 ? kept.slice(0, lastSpace) : kept}…`;
}
