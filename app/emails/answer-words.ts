import { type Block, paragraph, subheading } from "./blocks.ts";

/** An answer as it appears, or would: what it answers, what was chosen, what was written. */
export type AnswerLines = {
  /** The ask; blank for the campaign as a whole. */
  ask: string;
  stance: string;
  words: string;
};

/** Sets an answer as it appears on the site, with who writes. */
export function answerBlocks(answers: readonly AnswerLines[], writer: string): Block[] {
  return [
    ...answers.flatMap(({ ask, stance, words }) => [
      ...(ask === "" ? [] : [subheading(ask)]),
      paragraph(`${stance}.`),
      ...words
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => paragraph(`“${line}”`)),
    ]),
    paragraph(`Written by ${writer}`),
  ];
}
