import { z } from "zod";
import { NOTE_CHARACTERS, OPEN_AT_LEAST_MONTHS, OPEN_AT_MOST_MONTHS } from "#app/policy.ts";
import { optionalText } from "../moderation/typed-text.ts";
import { addMonths } from "../time/london.ts";

/** A reason for stepping into the life of a campaign: its code, the label it is chosen by, the sentence it reads as. */
interface LifeReason {
  value: string;
  label: string;
  words: string;
}

/** Why somebody who looks after the site paused, closed or removed a campaign. Its organisers read the words. */
export const LIFE_REASONS = [
  {
    value: "organiser_asked",
    label: "Its organiser asked for it",
    words: "Its organiser asked us to.",
  },
  {
    value: "signatures_checked",
    label: "Its signatures are being checked",
    words: "We are checking its signatures, so that every one that counts is real.",
  },
  {
    value: "complaint",
    label: "A complaint is being looked into",
    words: "Somebody has complained about it, and we are looking into it.",
  },
  {
    value: "overtaken",
    label: "What it asks is decided",
    words: "What it asks for has been decided.",
  },
  {
    value: "rules",
    label: "It breaks our rules",
    words: "It breaks the rules of this site.",
  },
  {
    value: "law",
    label: "The law asks for it",
    words: "The law does not let it stand.",
  },
] as const satisfies LifeReason[];

/** How a reason reads in a whole sentence; blank for none that is known. */
export function lifeReasonWords(code: string): string {
  return LIFE_REASONS.find(({ value }) => value === code)?.words ?? "";
}

/** How those who look after the site call a reason; blank for none that is known. */
export function lifeReasonLabel(code: string): string {
  return LIFE_REASONS.find(({ value }) => value === code)?.label ?? "";
}

const note = optionalText(NOTE_CHARACTERS);
const reason = z.enum(
  LIFE_REASONS.map(({ value }) => value),
  { error: "Choose a reason" },
);
const ClosesOn = z.iso.date({ error: "Enter the last day for signing, like 2027-03-31" });

/** What may be done by hand to a campaign that has been published; `intent` says which. */
export const LifeForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("pause"), reason, note }),
    z.object({ intent: z.literal("resume"), note }),
    z.object({ intent: z.literal("close"), reason, note }),
    z.object({ intent: z.literal("reopen"), closesOn: ClosesOn, note }),
    z.object({ intent: z.literal("remove"), reason, note }),
  ],
  { error: "Press one of the buttons on the page" },
);
export type LifeForm = z.infer<typeof LifeForm>;

/** The first and the last day that a campaign which is opened on `today` may close on. */
export function closingDays(today: string): { first: string; last: string } {
  return { first: addMonths(today, OPEN_AT_LEAST_MONTHS), last: addMonths(today, OPEN_AT_MOST_MONTHS) };
}
