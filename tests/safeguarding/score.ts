import type { Mark } from "#app/domain/story/mark.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import type { Gold, Passage } from "./passages.ts";

/** How much of what should be marked was, and how much of what was marked should be. */
export interface Score {
  gold: number;
  found: number;
  marked: number;
  right: number;
}

/** Names of kinds that a machine can check or spell out. */
export const STRUCTURED =
  "date age nhs_number upn case_reference postcode street_address telephone email link handle vehicle".split(
    " ",
  );

/** A share of 0 to 1; 1 where there was nothing. */
export function recallOf({ gold, found }: Score): number {
  return gold === 0 ? 1 : found / gold;
}

/** A share of 0 to 1; 1 where nothing was marked. */
export function precisionOf({ marked, right }: Score): number {
  return marked === 0 ? 1 : right / marked;
}

/**
 * Scores by row: each kind, "structured" kinds together, each group of names. Found is what marks of the same kind cover
 * to four fifths (a rare combination: in part); right is a mark that lies on a passage of its kind.
 */
export function scorePassages(passages: readonly Passage[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  const of = (row: string): Score => {
    const score = scores.get(row) ?? { gold: 0, found: 0, marked: 0, right: 0 };
    scores.set(row, score);
    return score;
  };
  for (const { text, gold } of passages) {
    const marks = findMarks(text);
    for (const passage of gold) {
      const isFound = isCovered(passage, marks);
      for (const row of rowsOf(passage.kind, passage.group)) {
        of(row).gold++;
        if (isFound) of(row).found++;
      }
    }
    for (const mark of marks) {
      const isRight = gold.some((passage) => passage.kind === mark.kind && lap(passage, mark) > 0);
      for (const row of rowsOf(mark.kind, "")) {
        of(row).marked++;
        if (isRight) of(row).right++;
      }
    }
  }
  return scores;
}

/** Whether marks of its kind cover a passage. */
export function isCovered(gold: Gold, marks: readonly Mark[]): boolean {
  const covered = marks
    .filter(({ kind }) => kind === gold.kind)
    .reduce((sum, mark) => sum + lap(gold, mark), 0);
  return gold.kind === "rare_combination" ? covered > 0 : covered >= (gold.end - gold.start) * 0.8;
}

/** Whether marks of any kind cover every identifier of a passage to four fifths (a rare combination: in part). */
export function hasNothingVisible({ text, gold }: Passage): boolean {
  const marks = findMarks(text);
  return gold.every((passage) => {
    const covered = marks.reduce((sum, mark) => sum + lap(passage, mark), 0);
    return passage.kind === "rare_combination" ? covered > 0 : covered >= (passage.end - passage.start) * 0.8;
  });
}

function rowsOf(kind: string, group: string): string[] {
  return [
    kind,
    ...(STRUCTURED.includes(kind) ? ["structured"] : []),
    ...(group === "" ? [] : [`name: ${group}`]),
  ];
}

function lap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
