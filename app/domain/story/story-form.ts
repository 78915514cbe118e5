import { z } from "zod";
import {
  CONTENT_NOTE_CHARACTERS,
  STORY_CHARACTERS,
  STORY_EASY_CHARACTERS,
  STORY_TITLE_CHARACTERS,
} from "#app/policy-stories.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import { StoryFacts } from "./content.ts";
import { COURT_ANSWERS, HAPPENINGS, TELLERS } from "./facts.ts";
import { listSentences } from "./pull-quotes.ts";

const inOneLine = (text: string) => text.replace(/\s+/g, " ");

/** Who tells. */
export const WhoForm = z.object({
  teller: z.enum(
    TELLERS.map(({ value }) => value),
    { error: "Choose who you are" },
  ),
});

/** Whether there is or was a case. */
export const CourtForm = z.object({
  court: z.enum(
    COURT_ANSWERS.map(({ value }) => value),
    { error: "Choose one of the three" },
  ),
});

/** The story itself. */
export const TextForm = z.object({
  title: typedText(STORY_TITLE_CHARACTERS, "Enter a title").transform(inOneLine),
  text: typedText(STORY_CHARACTERS, "Write what happened"),
});

/** What else a reader may get. A sentence that does not stand in the story (any more) is no quotation. */
export function quoteForm(text: string) {
  const sentences = listSentences(text);
  return z.object({
    pullQuote: z
      .string()
      .default("")
      .refine((quote) => quote === "" || sentences.includes(quote), "Choose a sentence of your story"),
    contentNote: optionalText(CONTENT_NOTE_CHARACTERS).transform(inOneLine),
    easy: optionalText(STORY_EASY_CHARACTERS),
  });
}

/** The facts of a form; each thing that happened is a box of its own, `happened_no_place`. */
export function readFacts(
  values: Readonly<Record<string, string | undefined>>,
): ReturnType<typeof StoryFacts.safeParse> {
  const happened = HAPPENINGS.filter(({ value }) => values[`happened_${value}`] === "on");
  return StoryFacts.safeParse({ ...values, happened: happened.map(({ value }) => value) });
}
