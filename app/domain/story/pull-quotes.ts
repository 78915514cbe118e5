import { PULL_QUOTE_CHARACTERS } from "#app/policy-stories.ts";

/** The most that can be chosen from. */
const OFFERED = 16;

/** The sentences of a story that its author can choose to see large: whole ones, neither too short nor too long. */
export function listSentences(text: string): string[] {
  const { from, to } = PULL_QUOTE_CHARACTERS;
  const sentences = text
    .split(/\n+|(?<=[.!?]["”’]?)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= from && sentence.length <= to);
  return [...new Set(sentences)].slice(0, OFFERED);
}
