import { z } from "zod";
import {
  AGE_BANDS,
  type Choice,
  COURT_ANSWERS,
  HAPPENINGS,
  MILES,
  MONEY,
  MONTHS_OUT,
  MONTHS_WAITED,
  NEEDS,
  TELLERS,
  TRIBUNALS,
} from "./facts.ts";
import { TOPICS } from "./topics.ts";

/** Every fact that can be told beside a story; blank where it was not. */
export const StoryFacts = z.object({
  need: oneOf(NEEDS),
  ageBand: oneOf(AGE_BANDS),
  happened: z.array(z.enum(HAPPENINGS.map(({ value }) => value))).default([]),
  monthsOut: oneOf(MONTHS_OUT),
  money: oneOf(MONEY),
  miles: oneOf(MILES),
  monthsWaited: oneOf(MONTHS_WAITED),
  tribunal: oneOf(TRIBUNALS),
});
export type StoryFacts = z.infer<typeof StoryFacts>;

/** All that its author has typed and chosen so far: sealed as one in `stories.content`. */
export const StoryContent = StoryFacts.extend({
  teller: oneOf(TELLERS),
  court: oneOf(COURT_ANSWERS),
  title: z.string().default(""),
  text: z.string().default(""),
  /** A sentence of the text that its author would like to see large. */
  pullQuote: z.string().default(""),
  /** What a reader should know before reading: "speaks of self-harm". */
  contentNote: z.string().default(""),
  /** The story in easy words, by its author. */
  easy: z.string().default(""),
  /** Under what readers may find it: what its words say already. */
  topics: z.array(z.enum(TOPICS.map(({ value }) => value))).default([]),
});
export type StoryContent = z.infer<typeof StoryContent>;

function oneOf<const Value extends string>(choices: readonly (Choice & { value: Value })[]) {
  return z.union([z.literal(""), z.enum(choices.map(({ value }) => value))]).default("");
}
