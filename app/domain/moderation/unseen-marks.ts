/** Controls, and marks that turn the direction of what follows: one makes the rest of a page read backwards. */
const UNSEEN = /[^\P{Cc}\n]|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** A text without marks that are not seen and change how the rest is read. Joiners stay: some scripts need them. */
export function withoutUnseen(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\t", " ").replace(UNSEEN, "");
}
