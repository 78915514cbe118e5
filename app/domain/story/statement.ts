import type { StatementKind, StatementState } from "#db/tables/story.ts";
import type { DecisionReason } from "../moderation/reasons.ts";
import type { Place } from "../privacy/keyring.server.ts";

/** Who takes a reply on: whoever wrote it, by their link, or a moderator. */
export type StatementMover = "writer" | "moderator";

/**
 * How a reply goes from state to state. A statement is published, a correction accepted: nothing of it is shown, and
 * only the author of a story changes its words. `published → declined` is a moderator taking it down.
 */
export const STATEMENT_MOVES: Record<
  StatementState,
  Partial<Record<StatementState, readonly StatementMover[]>>
> = {
  unconfirmed: { waiting: ["writer"], withdrawn: ["writer"] },
  waiting: {
    published: ["moderator"],
    accepted: ["moderator"],
    declined: ["moderator"],
    withdrawn: ["writer"],
  },
  published: { declined: ["moderator"], withdrawn: ["writer"] },
  accepted: {},
  declined: {},
  withdrawn: {},
};

/** States from which whoever wrote a reply can take it back. */
export const OPEN_STATEMENT_STATES = [
  "unconfirmed",
  "waiting",
  "published",
] as const satisfies StatementState[];

/** What can be asked for, as the form says it. */
export const STATEMENT_KINDS = [
  {
    value: "correction",
    label: "Something is wrong: please correct it",
    hint: "Say what is wrong, what is right, and how we can see that. We do not publish what you write here.",
  },
  {
    value: "statement",
    label: "Show our statement beside it",
    hint: "Everybody reads your words, your role and your organisation. Your name is not shown.",
  },
] as const satisfies { value: StatementKind; label: string; hint: string }[];

/** Why a reply is not shown, is taken down, or changes nothing: whoever wrote it reads the words. */
export const STATEMENT_REASONS = [
  {
    value: "identifies_child",
    label: "A child could be recognised",
    words: "A child could be recognised by it, or it shows that a family is known to you.",
  },
  {
    value: "not_in_charge",
    label: "Not theirs to answer for",
    words: "We could not see that whoever wrote it speaks for the organisation that it names.",
  },
  {
    value: "not_shown_wrong",
    label: "Nothing shows that it is wrong",
    words: "It does not show that what stands there is wrong. You can have a statement shown beside it.",
  },
  {
    value: "unlawful",
    label: "It may break the law, or accuses somebody",
    words: "It may break the law, or accuses somebody of something that we cannot check.",
  },
  {
    value: "abuse",
    label: "It is abusive, or blames the family",
    words: "It is abusive or threatening, or blames a family.",
  },
  { value: "off_topic", label: "It is about something else", words: "It is about something else." },
  {
    value: "official_order",
    label: "A court or an authority has ordered it",
    words: "A court or an authority has ordered us not to show it.",
  },
] as const satisfies DecisionReason[];
/** One of these codes. */
export type StatementReason = (typeof STATEMENT_REASONS)[number]["value"];

/** How a reason reads to whoever wrote the reply; blank for none that is known. */
export function statementReasonWords(code: string): string {
  return STATEMENT_REASONS.find(({ value }) => value === code)?.words ?? "";
}

/** Columns of a reply that are sealed while nobody but its writer and moderators may read them. */
export type StatementColumn = "words" | "writer_role" | "organisation" | "writer_name" | "email" | "note";

/** Where one of them is sealed. */
export function statementPlace(rowId: string, column: StatementColumn): Place {
  return { table: "story_statements", column, rowId };
}

/** What claims call a reply. */
export function statementSubject(statementId: string): string {
  return `statement:${statementId}`;
}
