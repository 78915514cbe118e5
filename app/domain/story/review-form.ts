import { z } from "zod";
import { NOTE_CHARACTERS } from "#app/policy.ts";
import {
  CONTENT_NOTE_CHARACTERS,
  STORY_CHARACTERS,
  STORY_EASY_CHARACTERS,
  STORY_TITLE_CHARACTERS,
} from "#app/policy-stories.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import { STORY_REASONS } from "./story-reasons.ts";

const inOneLine = (text: string) => text.replace(/\s+/g, " ");
const note = optionalText(NOTE_CHARACTERS);
const reason = z.enum(
  STORY_REASONS.map(({ value }) => value),
  { error: "Choose a reason" },
);
/** A revision that is none is no revision that anybody has read. */
const revision = z.coerce.number().int().catch(0);

/** What a moderator decides about a story, with the note to its author. */
export const StoryVerdict = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("publish"), note }),
    z.object({ decision: z.literal("approve"), note }),
    z.object({
      decision: z.literal("changes"),
      note: typedText(NOTE_CHARACTERS, "Write what has to change, so that the author can do it"),
    }),
    z.object({ decision: z.literal("reject"), reason, note }),
  ],
  { error: "Choose what you decide" },
);
export type StoryVerdict = z.infer<typeof StoryVerdict>;

/** The same together with the revision that the moderator has read. */
export const StoryVerdictForm = z.intersection(z.object({ revision }), StoryVerdict);
export type StoryVerdictForm = z.infer<typeof StoryVerdictForm>;

/** Taking a story off the site at once. */
export const TakeStoryDownForm = z.object({ reason, note });
export type TakeStoryDownForm = z.infer<typeof TakeStoryDownForm>;

/** Why a second moderator has to look, where the program did not see it. */
export const SecondLookForm = z.object({
  second: z.enum(["abuse", "named_officer", "court", "tribunal"], { error: "Choose why" }),
});
export type SecondLookForm = z.infer<typeof SecondLookForm>;

/** Another wording of what everybody would read, and why it is better. */
export const SuggestionForm = z.object({
  revision,
  title: typedText(STORY_TITLE_CHARACTERS, "Enter a title").transform(inOneLine),
  text: typedText(STORY_CHARACTERS, "Write the story as it would be"),
  contentNote: optionalText(CONTENT_NOTE_CHARACTERS).transform(inOneLine),
  easy: optionalText(STORY_EASY_CHARACTERS),
  why: typedText(NOTE_CHARACTERS, "Write why, so that the author understands it"),
});
export type SuggestionForm = z.infer<typeof SuggestionForm>;
