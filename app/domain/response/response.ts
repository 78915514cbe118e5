import type { ResponseState, Stance } from "#db/tables/response.ts";
import type { Place } from "../privacy/keyring.server.ts";

/** What can be answered in one press: as the form says it, and as everybody reads it. */
export const STANCES = [
  { value: "support", label: "I support this", shown: "Supports this" },
  { value: "raise", label: "I will raise it: where and when", shown: "Will raise it" },
  { value: "oppose", label: "I do not support this", shown: "Does not support this" },
  { value: "contact", label: "Please contact my office", shown: "Asks people to contact their office" },
  { value: "statement", label: "In my own words", shown: "Answered" },
] as const satisfies { value: Stance; label: string; shown: string }[];

/** Answers that say nothing without words. */
export const NEEDS_WORDS = ["raise", "statement"] as const satisfies Stance[];

/** How an answer goes from state to state; what is `replaced` stays readable where it had been public. */
export const TRANSITIONS = {
  unconfirmed: ["waiting", "withdrawn"],
  waiting: ["published", "declined", "withdrawn", "replaced"],
  published: ["withdrawn", "replaced"],
  declined: [],
  withdrawn: [],
  replaced: [],
} as const satisfies Record<ResponseState, readonly ResponseState[]>;

/** States from which an answer can be taken back. */
export const WITHDRAWABLE_STATES = ["unconfirmed", "waiting", "published"] as const satisfies ResponseState[];

/** Why a moderator does not publish an answer: the code, and what whoever wrote it reads. */
export const DECLINE_REASONS = [
  { value: "private", label: "It names a private person, or tells what only they may tell" },
  { value: "unlawful", label: "It may break the law, or say something untrue of somebody" },
  { value: "abuse", label: "It is abusive or threatens somebody" },
  { value: "advert", label: "It advertises a party, a candidate or something for sale" },
  { value: "not_an_answer", label: "It is not an answer to this" },
  {
    value: "rehearsal",
    label: "It was written in a rehearsal, in which nothing is published of real people",
  },
] as const;
/** One of these codes. */
export type DeclineReason = (typeof DECLINE_REASONS)[number]["value"];

/** How a reason reads; blank for none that is known. */
export function declineWords(reason: string): string {
  return DECLINE_REASONS.find(({ value }) => value === reason)?.label ?? "";
}

/** How everybody reads what was chosen. */
export function stanceWords(stance: Stance): string {
  return STANCES.find(({ value }) => value === stance)?.shown ?? "";
}

/** Where something typed into an answer is sealed. */
export function responsePlace(rowId: string, column: "words" | "writer_name" | "writer_role"): Place {
  return { table: "responses", column, rowId };
}

/** What claims call an answer: all that was written in one form. */
export function responseSubject(groupId: string): string {
  return `response:${groupId}`;
}
