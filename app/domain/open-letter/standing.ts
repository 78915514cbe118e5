import type { StandingHow, StandingState } from "#db/tables/letter.ts";
import type { Place } from "../privacy/keyring.server.ts";

/** As what somebody signs an open letter, as they typed it. */
export interface Claim {
  role: string;
  organisation: string;
  /** For the organisation as a whole, with its authority. */
  onBehalf: boolean;
  /** What that authority is; blank where they sign for themselves. */
  authority: string;
}

/** Signed as nobody but themselves. */
export const NO_CLAIM: Claim = { role: "", organisation: "", onBehalf: false, authority: "" };

/** Whether anything is claimed at all. */
export function isClaim({ role, organisation }: Pick<Claim, "role" | "organisation">): boolean {
  return role !== "" || organisation !== "";
}

/** Whether two claims say the same, letter by letter. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  return (
    a.role === b.role &&
    a.organisation === b.organisation &&
    a.onBehalf === b.onBehalf &&
    a.authority === b.authority
  );
}

/** Where a text of a standing is sealed. */
export function standingPlace(signatureId: string, column: "authority" | "checked_words"): Place {
  return { table: "standings", column, rowId: signatureId };
}

/** What a moderator takes in hand. */
export function standingSubject(signatureId: string): string {
  return `standing:${signatureId}`;
}

/** Why a moderator does not vouch for somebody: a code, and how the person reads it on their own page. */
export const DECLINE_REASONS = {
  not_found: "We found nothing public that shows it. A page of the organisation that names you would help.",
  no_authority: "We could not see that you may sign for the organisation as a whole.",
  organisation_says_no: "The organisation told us that it does not sign.",
  already_signs: "The organisation has signed already, through somebody else.",
  not_a_role: "It is not a role or an organisation.",
  unclear: "It could mislead readers about who signs.",
} as const satisfies Record<string, string>;
export type DeclineReason = keyof typeof DECLINE_REASONS;

/** The words of a stored code. */
export function declineWords(reason: string): string {
  const found = Object.entries(DECLINE_REASONS).find(([code]) => code === reason);
  return found?.[1] ?? "";
}

/** Where a standing is, in words for whoever claims it. */
export const STANDING_WORDS: Record<StandingState, string> = {
  unconfirmed: "It is looked at once you have confirmed.",
  waiting: "It waits to be checked and is not shown yet.",
  vouched: "It has been checked.",
  declined: "It is not shown.",
  set_aside: "It is not shown while your signature is not counted.",
};

/** How it was checked, in words for everybody. */
export const HOW_WORDS: Record<StandingHow, string> = {
  "": "",
  domain: "by the organisation’s own mail domain",
  address: "by the address that their office publishes",
  moderator: "by a moderator",
};
