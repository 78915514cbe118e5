import { z } from "zod";
import type { CorrectionKind, CorrectionState } from "#db/tables/correction.ts";
import { EmailForm } from "../signature/sign-form.ts";
import { typedText } from "./typed-text.ts";

/** What somebody can say is wrong with a representative we show, and how it reads. */
export const WRONGS = [
  { value: "left", label: "They have left office" },
  { value: "name", label: "Their name" },
  { value: "party", label: "Their party" },
  { value: "other", label: "Something else" },
] as const satisfies { value: CorrectionKind; label: string }[];

/** Why a correction is declined, as whoever offered it reads it. Of `abuse` nobody hears. */
export const DECLINE_REASONS = [
  { value: "right_already", label: "What the site shows agrees with the official page" },
  { value: "not_confirmed", label: "No official page could be found that confirms it" },
  { value: "unclear", label: "It could not be understood" },
  { value: "elsewhere", label: "It is not about who represents people" },
  { value: "abuse", label: "It was abuse (no answer is sent)" },
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number]["value"];

/** A reason in words; blank for none. */
export function declineWords(reason: string): string {
  return DECLINE_REASONS.find(({ value }) => value === reason)?.label ?? "";
}

/** States from which a moderator's decision leads on. */
export const OPEN_STATES = ["waiting", "held"] as const satisfies CorrectionState[];

const WORDS_LENGTH = 1000;
const NAME_LENGTH = 120;
const URL_LENGTH = 500;
const LINK_HINT = "Enter the whole address of a page, beginning with https://";

const Link = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .refine((text) => text === "" || (/^https?:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text)), LINK_HINT)
  .refine((text) => text.length <= URL_LENGTH, `Enter an address of at most ${URL_LENGTH} characters`);

const OptionalEmail = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z.union([z.literal(""), EmailForm.shape.email], {
      error: "Enter an e-mail address like name@example.com",
    }),
  );

/** Something that is wrong or out of date, as its form sends it. */
export const CorrectionForm = z.object({
  wrong: z.enum(
    WRONGS.map(({ value }) => value),
    { error: "Choose what is wrong" },
  ),
  words: typedText(WORDS_LENGTH, "Enter what is right"),
  sourceUrl: Link,
  email: OptionalEmail,
});
export type CorrectionForm = z.infer<typeof CorrectionForm>;

/** A councillor we do not know of, as the form sends them. */
export const MissingForm = z.object({
  name: typedText(NAME_LENGTH, "Enter the councillor’s name").refine(
    (name) => !name.includes("\n"),
    "Enter the name in one line",
  ),
  address: z
    .string()
    .default("")
    .refine(
      (text) => EmailForm.shape.email.safeParse(text).success,
      "Enter the councillor’s e-mail address, whole",
    )
    .pipe(EmailForm.shape.email)
    .transform((address) => address.toLowerCase()),
  sourceUrl: Link.refine((text) => text !== "", "Enter the address of the council’s page that shows them"),
  email: OptionalEmail,
});
export type MissingForm = z.infer<typeof MissingForm>;

/** A moderator's decision. */
export const SettleForm = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("accepted") }),
  z.object({
    decision: z.literal("declined"),
    reason: z.enum(
      DECLINE_REASONS.map(({ value }) => value),
      { error: "Choose a reason" },
    ),
  }),
]);
export type SettleForm = z.infer<typeof SettleForm>;
