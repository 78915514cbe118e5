import { z } from "zod";
import {
  LETTER_CHARACTERS,
  LETTER_CLOSE_CHARACTERS,
  LETTER_PLACE_CHARACTERS,
  LETTER_SALUTATION_CHARACTERS,
} from "#app/policy-recipients.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import { readDay } from "../representative/read-day.ts";

const inOneLine = (text: string) => text.replace(/\s+/g, " ");

/** What an open letter says between its greeting and its close. */
export const LetterBody = typedText(LETTER_CHARACTERS, "Write the letter");

/** How an open letter is set, as its fields send it: `place datedOn salutation close`. */
export const LetterFields = {
  place: optionalText(LETTER_PLACE_CHARACTERS).transform(inOneLine),
  datedOn: z
    .string()
    .default("")
    .transform((text) => (text.trim() === "" ? "" : readDay(text)))
    .refine((day) => day !== undefined, "Enter a day, like 7 May 2026, or leave it blank")
    .transform((day) => day ?? ""),
  salutation: typedText(LETTER_SALUTATION_CHARACTERS, "Say whom you greet, like “Dear Director”").transform(
    inOneLine,
  ),
  close: typedText(LETTER_CLOSE_CHARACTERS, "Say how it ends, like “Yours faithfully”").transform(inOneLine),
};

/** All of them at once. */
export const LetterSettingForm = z.object(LetterFields);
