import { z } from "zod";
import { AUTHOR_ANSWER_DAYS, COMPLAINT_HOURS } from "#app/policy.ts";
import type { ComplaintState } from "#db/tables/moderation.ts";
import { EmailForm } from "../signature/sign-form.ts";
import { addDays, endOfLondonDay, londonDay } from "../time/london.ts";
import { addWorkingHours } from "../time/working-hours.ts";
import { optionalText, typedText } from "./typed-text.ts";

/** Who takes a complaint on: the program by its clock, the author by their link, a moderator. */
export type ComplaintMover = "program" | "author" | "moderator";

type Moves = Record<ComplaintState, Partial<Record<ComplaintState, readonly ComplaintMover[]>>>;

/**
 * Where a complaint may go from each state, and who takes it there. Nothing else is possible.
 *
 * The program never takes words down by itself: the regulations give a defence to who follows them, they do not
 * order a removal; and anybody could silence a petition by complaining while its organiser is away. What is due is
 * shown to moderators with the hours that are left, and a person decides.
 *
 * Source: Defamation Act 2013 section 5; SI 2013/3028, Schedule.
 */
export const COMPLAINT_MOVES = {
  /** Nobody has been written to: it came over a limit, or is about a page of which we are the authors. */
  waiting: {
    author_asked: ["program", "moderator"],
    author_silent: ["program", "moderator"],
    removed: ["moderator"],
    kept: ["moderator"],
    invalid: ["moderator"],
  },
  author_asked: {
    author_agreed: ["author"],
    author_disagreed: ["author"],
    author_silent: ["program"],
    removed: ["moderator"],
    invalid: ["moderator"],
  },
  author_agreed: { removed: ["moderator"] },
  /** `author_silent` where the name and the address that they gave are plainly false. */
  author_disagreed: { kept: ["moderator"], removed: ["moderator"], author_silent: ["moderator"] },
  /** The author did not answer in time, cannot be reached, or need not be asked. */
  author_silent: { removed: ["moderator"], invalid: ["moderator"] },
  removed: {},
  kept: {},
  invalid: {},
} as const satisfies Moves;

/** Whether somebody may take a complaint from one state to another. */
export function mayMoveComplaint(from: ComplaintState, to: ComplaintState, mover: ComplaintMover): boolean {
  const moves: Moves = COMPLAINT_MOVES;
  return moves[from][to]?.includes(mover) ?? false;
}

/** Something still has to be done about these. */
export const OPEN_COMPLAINT_STATES = [
  "waiting",
  "author_asked",
  "author_agreed",
  "author_disagreed",
  "author_silent",
] as const satisfies ComplaintState[];

/** Something is for us to do about these, not for the author. */
export const DUE_COMPLAINT_STATES = [
  "waiting",
  "author_agreed",
  "author_disagreed",
  "author_silent",
] as const satisfies ComplaintState[];

/** The words must be taken down, and in time. */
export const REMOVAL_STATES = ["author_agreed", "author_silent"] as const satisfies ComplaintState[];

/** Midnight in London at the end of the fifth day after the author was asked. */
export function authorDeadline(askedAt: number): number {
  return endOfLondonDay(addDays(londonDay(askedAt), AUTHOR_ANSWER_DAYS));
}

/** Until when we must have done what an event asks of us. */
export function operatorDeadline(since: number): number {
  return addWorkingHours(since, COMPLAINT_HOURS);
}

/** Why a complaint is not one that these rules are for, as whoever made it reads it. Of `abuse` nobody hears. */
export const INVALID_REASONS = [
  {
    value: "incomplete",
    label:
      "It does not say what the law asks: the words, where they are, what they say of you and why that harms you, which facts are wrong or which opinions have no support in fact",
  },
  { value: "not_you", label: "The words are not about whoever complains" },
  { value: "not_here", label: "The words are not on the page" },
  { value: "knows_author", label: "Whoever complains knows enough about the author to bring a claim" },
  { value: "withdrawn", label: "Whoever complained has taken it back" },
  { value: "abuse", label: "It was abuse (no answer is sent)" },
] as const;

/** A reason in words; blank for none that is known. */
export function invalidWords(reason: string): string {
  return INVALID_REASONS.find(({ value }) => value === reason)?.label ?? "";
}

const NAME_LENGTH = 120;
const TEXT_LENGTH = 3000;
const POSTAL_LENGTH = 400;

const oneLine = (length: number, missing: string) =>
  typedText(length, missing).refine((text) => !text.includes("\n"), "Enter it in one line");
const Tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

/**
 * A notice of complaint, as its form sends it. Source: Defamation Act 2013 section 5(6); SI 2013/3028, regulation 2.
 */
export const TakedownForm = z.object({
  page: z.string().default(""),
  statement: typedText(TEXT_LENGTH, "Copy the words that you complain about from the page"),
  meaning: typedText(TEXT_LENGTH, "Say what the words tell people about you"),
  harm: typedText(TEXT_LENGTH, "Say why that harms your good name"),
  untrue: typedText(TEXT_LENGTH, "Say which facts are wrong, or which opinions have no support in fact"),
  name: oneLine(NAME_LENGTH, "Enter your full name"),
  email: EmailForm.shape.email,
  sharesName: Tick,
  sharesEmail: Tick,
  lacksDetails: Tick.refine(
    (isTicked) => isTicked,
    "Tick this if it is so. If you know who wrote the words and where to reach them, the law asks you to turn to them",
  ),
});
export type TakedownForm = z.infer<typeof TakedownForm>;

/** What an author answers. Who stands by the words says who they are: else the law takes it for no answer. */
export const AuthorReplyForm = z.discriminatedUnion(
  "answer",
  [
    z.object({ answer: z.literal("agree") }),
    z.object({
      answer: z.literal("disagree"),
      authorName: oneLine(NAME_LENGTH, "Enter your full name"),
      authorPostal: typedText(POSTAL_LENGTH, "Enter the postal address where you live or work").refine(
        (text) => /\d/.test(text) || text.includes("\n"),
        "Enter the whole address, with street and postcode",
      ),
      authorWords: optionalText(TEXT_LENGTH),
      authorSharesDetails: Tick,
    }),
  ],
  { error: "Choose whether the words may be taken down" },
);
export type AuthorReplyForm = z.infer<typeof AuthorReplyForm>;

/** What a moderator does about a complaint. */
export const ComplaintStep = z.discriminatedUnion(
  "step",
  [
    z.object({ step: z.literal("ask") }),
    z.object({ step: z.literal("hide") }),
    z.object({ step: z.literal("passage_gone") }),
    z.object({ step: z.literal("keep") }),
    z.object({ step: z.literal("false_details") }),
    z.object({
      step: z.literal("invalid"),
      reason: z.enum(
        INVALID_REASONS.map(({ value }) => value),
        { error: "Choose why" },
      ),
    }),
  ],
  { error: "Choose what you do" },
);
export type ComplaintStep = z.infer<typeof ComplaintStep>;

/** The steps that are possible in a state; `hasCampaign` is false where we are the authors of the page ourselves. */
export function possibleSteps(state: ComplaintState, hasCampaign: boolean): ComplaintStep["step"][] {
  const may = (to: ComplaintState) => mayMoveComplaint(state, to, "moderator");
  const steps: [ComplaintStep["step"], boolean][] = [
    ["ask", hasCampaign && may("author_asked")],
    ["hide", hasCampaign && may("removed")],
    ["passage_gone", may("removed")],
    ["false_details", state === "author_disagreed" && may("author_silent")],
    ["keep", may("kept") && (!hasCampaign || state === "author_disagreed")],
    ["invalid", may("invalid")],
  ];
  return steps.filter(([, isPossible]) => isPossible).map(([step]) => step);
}
