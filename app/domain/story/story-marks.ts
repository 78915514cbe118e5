import { applyReplacement } from "./apply-replacement.ts";
import type { StoryContent } from "./content.ts";
import type { Mark } from "./mark.ts";
import { findMarks } from "./marks.ts";

/** The texts of a story that everybody will read. The sentence shown large stands in the story itself. */
export const MARKED_FIELDS = ["title", "text", "contentNote", "easy"] as const;
export type MarkedField = (typeof MARKED_FIELDS)[number];

/** One text of a story and what in it could lead to a child. */
export interface MarkedText {
  field: MarkedField;
  text: string;
  marks: Mark[];
}

/** The texts in which something was found, in their order. */
export function markStory(content: StoryContent): MarkedText[] {
  return MARKED_FIELDS.map((field) => ({
    field,
    text: content[field],
    marks: findMarks(content[field]),
  })).filter(({ marks }) => marks.length > 0);
}

/** How many passages could lead to a child. */
export function countMarks(content: StoryContent): number {
  return markStory(content).reduce((sum, { marks }) => sum + marks.length, 0);
}

/** The story with one mark replaced as it is offered; undefined where it has no such mark. */
export function replaceMark(
  content: StoryContent,
  { field, index }: { field: string; index: number },
): StoryContent | undefined {
  const marked = markStory(content).find((one) => one.field === field);
  const mark = marked?.marks[index];
  if (!marked || !mark) return undefined;
  return { ...content, [marked.field]: applyReplacement(marked.text, mark) };
}

/** The story with every mark replaced as it is offered. */
export function replaceAllMarks(content: StoryContent): StoryContent {
  let changed = content;
  for (const { field, text, marks } of markStory(content)) {
    // From the end, so that those before keep their places.
    const replaced = marks.toReversed().reduce((sum, mark) => applyReplacement(sum, mark), text);
    changed = { ...changed, [field]: replaced };
  }
  return changed;
}
