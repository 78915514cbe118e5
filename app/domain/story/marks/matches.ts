import type { Mark } from "../mark.ts";

/** One match of a pattern as a mark: the whole match, or its group `it` where there is one. */
export function marksOf(
  text: string,
  pattern: RegExp,
  toMark: (
    found: string,
    groups: Readonly<Record<string, string | undefined>>,
    at: number,
  ) => Omit<Mark, "start" | "end"> | undefined,
): Mark[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const groups = match.groups ?? {};
    const found = groups.it ?? match[0];
    const start = match.index + (groups.it === undefined ? 0 : match[0].lastIndexOf(groups.it));
    const made = toMark(found, groups, start);
    return made ? [{ start, end: start + found.length, ...made }] : [];
  });
}

/** The sentence around a passage, in lower case, to judge it by. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 120);
  const from = Math.max(
    before.lastIndexOf(". "),
    before.lastIndexOf("! "),
    before.lastIndexOf("? "),
    before.lastIndexOf("\n"),
  );
  const to = /[.!?](?:\s|$)|\n/u.exec(after)?.index ?? after.length;
  return `${before.slice(from + 1)}${text.slice(start, end)}${after.slice(0, to)}`.toLowerCase();
}
