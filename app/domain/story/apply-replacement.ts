import type { Mark } from "./mark.ts";

/**
 * The text with one passage replaced as its mark offers. A passage that is left out takes its brackets, commas and a
 * space with it; what begins a sentence begins with a capital letter.
 */
export function applyReplacement(text: string, mark: Pick<Mark, "start" | "end" | "replacement">): string {
  const before = text.slice(0, mark.start);
  const after = text.slice(mark.end);
  if (mark.replacement !== "") return before + capital(before, mark.replacement) + after;
  return leaveOut(before, after);
}

function leaveOut(before: string, after: string): string {
  const isBracketed = /[([][\s\u00a0]*$/u.test(before) && /^[\s\u00a0]*[)\]]/u.test(after);
  if (isBracketed)
    return leaveOut(before.replace(/[([][\s\u00a0]*$/u, ""), after.replace(/^[\s\u00a0]*[)\]]/u, ""));
  const isBetweenCommas = /,[\s\u00a0]*$/u.test(before) && /^[\s\u00a0]*,/u.test(after);
  if (isBetweenCommas)
    return leaveOut(before.replace(/,[\s\u00a0]*$/u, " "), after.replace(/^[\s\u00a0]*,/u, ""));
  const isJoined = /^(?:['’‘]s\b|[.,;:!?)\]])/u.test(after) || after === "";
  const head = isJoined ? before.replace(/[,\s\u00a0]+$/u, (gap) => (gap.includes("\n") ? gap : "")) : before;
  const tail = /(?:^|[\s\u00a0])$/u.test(head) ? after.replace(/^[ \u00a0]+/u, "") : after;
  return head + (opensSentence(head) ? upperFirst(tail) : tail);
}

function capital(before: string, words: string): string {
  return opensSentence(before) ? upperFirst(words) : words;
}

function opensSentence(before: string): boolean {
  return (
    /(?:^|[.!?…]["”’']?[\s\u00a0]+|\n[\s\u00a0]*)["“‘'(]?$/u.test(before) &&
    !/\b(?:Mr|Mrs|Ms|Dr|St)\.\s$/u.test(before)
  );
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
