import { z } from "zod";
import { CHECKED_WORDS_CHARACTERS } from "#app/policy-letters.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import { DECLINE_REASONS } from "./standing.ts";

const Tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

const isReason = (code: string): code is keyof typeof DECLINE_REASONS => Object.hasOwn(DECLINE_REASONS, code);

const Vouched = z.object({
  words: typedText(CHECKED_WORDS_CHARACTERS, "Say what you looked at, with the address of the page"),
  /** The domain of the address is this organisation's own, and vouches from now on. */
  ownDomain: Tick,
});

/** A moderator's answer to what somebody claims to be. */
export const SettleStandingForm = z.discriminatedUnion(
  "decision",
  [
    Vouched.extend({ decision: z.literal("vouch") }),
    /** For one of its people, not for the organisation. */
    Vouched.extend({ decision: z.literal("vouch_person") }),
    z.object({
      decision: z.literal("decline"),
      words: optionalText(CHECKED_WORDS_CHARACTERS),
      reason: z
        .string({ error: "Choose why" })
        .refine(isReason, "Choose why")
        .transform((code) => code),
    }),
  ],
  { error: "Choose what you decide" },
);
export type SettleStandingForm = z.infer<typeof SettleStandingForm>;
