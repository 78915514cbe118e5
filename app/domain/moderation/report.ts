import { z } from "zod";
import type { ReportState } from "#db/tables/moderation.ts";
import { EmailForm } from "../signature/sign-form.ts";
import { optionalText } from "./typed-text.ts";

/** What can be wrong with something on a page: the code, and how the form says it. */
export const REPORT_REASONS = [
  { value: "child", label: "A child can be recognised" },
  { value: "threat", label: "It is hateful, or it threatens somebody" },
  { value: "private", label: "It gives away private facts about somebody" },
  { value: "untrue", label: "It says something untrue about me" },
  { value: "pretence", label: "Somebody pretends to be somebody else" },
  { value: "advert", label: "It is spam or an advert" },
  { value: "copyright", label: "It uses my words or picture without asking" },
  { value: "other", label: "Something else" },
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number]["value"];

/** Reports for these reasons stand before all others: every hour may do harm. */
export const URGENT_REASONS = ["child", "threat"] as const satisfies ReportReason[];

/** States from which a moderator's decision leads on. */
export const OPEN_REPORT_STATES = ["waiting", "held"] as const satisfies ReportState[];

/** What came of a report that was right, as whoever made it reads it. */
export const UPHELD_OUTCOMES = [
  { value: "hidden", label: "What you reported is no longer on the site" },
  { value: "changed", label: "What you reported has been changed" },
  { value: "passed_on", label: "We acted on it, and told the police or another authority" },
] as const;

/** Why a report led to nothing, as whoever made it reads it. Of `abuse` nobody hears. */
export const DISMISSED_OUTCOMES = [
  { value: "within_rules", label: "It keeps to the rules of this site and to the law as far as we can tell" },
  { value: "opinion", label: "It is an opinion that somebody may hold and say" },
  { value: "not_found", label: "We did not find on the page what was described" },
  { value: "takedown", label: "It needs the form for untrue statements, which asks what the law asks" },
  { value: "abuse", label: "It was abuse (no answer is sent)" },
] as const;

/** How a reason reads; blank for none that is known. */
export function reportReasonWords(reason: string): string {
  return REPORT_REASONS.find(({ value }) => value === reason)?.label ?? "";
}

/** How an outcome reads; blank for none that is known. */
export function reportOutcomeWords(outcome: string): string {
  return [...UPHELD_OUTCOMES, ...DISMISSED_OUTCOMES].find(({ value }) => value === outcome)?.label ?? "";
}

/** Whether a report stands before others. */
export function isUrgentReport(reason: string): boolean {
  return URGENT_REASONS.some((urgent) => urgent === reason);
}

const WORDS_LENGTH = 2000;

const OptionalEmail = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z.union([z.literal(""), EmailForm.shape.email], {
      error: "Enter an e-mail address like name@example.com",
    }),
  );

/** A report, as its form sends it. Some reasons speak for themselves; the others need a sentence. */
export const ReportForm = z
  .object({
    page: z.string().default(""),
    reason: z.enum(
      REPORT_REASONS.map(({ value }) => value),
      { error: "Choose what is wrong" },
    ),
    words: optionalText(WORDS_LENGTH),
    email: OptionalEmail,
  })
  .refine(({ reason, words }) => !NEEDS_WORDS.includes(reason) || words !== "", {
    path: ["words"],
    error: "Say in a sentence what is wrong, so that we find it",
  });
export type ReportForm = z.infer<typeof ReportForm>;

const NEEDS_WORDS: readonly ReportReason[] = ["child", "private", "pretence", "copyright", "other"];

/** A moderator's decision on a report, and on those of the same page and reason that wait with it. */
export const SettleReportForm = z.intersection(
  z.object({
    alike: z
      .string()
      .optional()
      .transform((value) => value === "on"),
  }),
  z.discriminatedUnion(
    "decision",
    [
      z.object({
        decision: z.literal("upheld"),
        upheldOutcome: z.enum(
          UPHELD_OUTCOMES.map(({ value }) => value),
          { error: "Choose what has been done" },
        ),
      }),
      z.object({
        decision: z.literal("dismissed"),
        dismissedOutcome: z.enum(
          DISMISSED_OUTCOMES.map(({ value }) => value),
          { error: "Choose why" },
        ),
      }),
    ],
    { error: "Choose what you decide" },
  ),
);
export type SettleReportForm = z.infer<typeof SettleReportForm>;
