import { CLOSING_GRACE_HOURS } from "#app/policy.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover } from "#db/tables/history.ts";
import { HOUR } from "../time/durations.ts";
import { endOfLondonDay } from "../time/london.ts";

type Moves = Record<CampaignState, Partial<Record<CampaignState, readonly Mover[]>>>;

const MODERATORS = ["moderator", "admin"] as const satisfies Mover[];
const ADMINS = ["admin"] as const satisfies Mover[];
/** What may happen to any campaign that is not a draft: hidden by a moderator, removed for good by an admin. */
const TAKEN_DOWN = { hidden: MODERATORS, removed: ADMINS } as const;
/** Before anybody else has seen it, its organiser may give it up. */
const GIVEN_UP = { ...TAKEN_DOWN, removed: ["organiser", "admin"] } as const satisfies Moves[CampaignState];

/** Where a campaign may go from each state, and who may take it there. Nothing else is possible. */
export const TRANSITIONS = {
  draft: { gathering: ["organiser"] },
  gathering: { in_review: ["organiser"], ...GIVEN_UP },
  in_review: { open: MODERATORS, changes_requested: MODERATORS, rejected: MODERATORS, ...TAKEN_DOWN },
  changes_requested: { in_review: ["organiser"], ...GIVEN_UP },
  /** On appeal, by another moderator. */
  rejected: { in_review: MODERATORS, ...TAKEN_DOWN },
  open: { paused: MODERATORS, closed: ["organiser", "program", ...MODERATORS], ...TAKEN_DOWN },
  /** Only at its date: whoever wants it closed sooner lets it go on first. */
  paused: { open: MODERATORS, closed: ["program"], ...TAKEN_DOWN },
  closed: { archived: ["program"], open: ADMINS, ...TAKEN_DOWN },
  archived: { ...TAKEN_DOWN },
  /** Back to where it was, on appeal; `mayMove` compares with the state that the row remembers. */
  hidden: {
    gathering: MODERATORS,
    in_review: MODERATORS,
    changes_requested: MODERATORS,
    rejected: MODERATORS,
    open: MODERATORS,
    paused: MODERATORS,
    closed: MODERATORS,
    archived: MODERATORS,
    removed: ADMINS,
  },
  removed: {},
} as const satisfies Moves;

/** Whether somebody may take a campaign from one state to another. */
export function mayMove(from: CampaignState, to: CampaignState, mover: Mover): boolean {
  const moves: Moves = TRANSITIONS;
  return moves[from][to]?.includes(mover) ?? false;
}

/** Everybody may read these. */
export const VISIBLE_STATES = [
  "open",
  "paused",
  "closed",
  "archived",
  "rejected",
] as const satisfies CampaignState[];

/** These stand in lists and feeds. */
export const LISTED_STATES = ["open", "paused", "closed", "archived"] as const satisfies CampaignState[];

/** These answer 410: they were there and are not to be seen. */
export const GONE_STATES = ["hidden", "removed"] as const satisfies CampaignState[];

/** Whether the state is one of a list of them. */
export function isIn<State extends CampaignState>(
  states: readonly State[],
  state: CampaignState,
): state is State {
  return states.some((one) => one === state);
}

/** Reached by their link alone: started, and not published yet. */
export const UNPUBLISHED_STATES = [
  "gathering",
  "in_review",
  "changes_requested",
] as const satisfies CampaignState[];

/** An admin may remove these for good: everything but a draft, which nobody has seen. */
export const REMOVABLE_STATES = [
  ...VISIBLE_STATES,
  ...UNPUBLISHED_STATES,
  "hidden",
] as const satisfies CampaignState[];

/** Over: whoever erases their details now may choose to stay counted. */
export const ENDED_STATES = ["closed", "archived"] as const satisfies CampaignState[];

/** What decides whether a campaign takes signatures. */
export interface Lifetime {
  state: CampaignState;
  /** The last day to sign, in London. */
  closesOn: string;
  closedAt: number | null;
}

/**
 * Whether a campaign can be signed at this moment. One in gathering has no last day yet. How many supporters it
 * may have, and whether all signing is paused, is asked elsewhere.
 */
export function takesSignatures({ state, closesOn }: Omit<Lifetime, "closedAt">, now: number): boolean {
  return state === "gathering" || (state === "open" && now < endOfLondonDay(closesOn));
}

/**
 * Whether a signature taken down at `createdAt` may still be confirmed: while the campaign can be signed, and for
 * some hours after it has closed if the signature was there before. None for campaigns that ended another way.
 */
export function takesConfirmations(campaign: Lifetime, createdAt: number, now: number): boolean {
  if (takesSignatures(campaign, now)) return true;
  const endedAt = endOf(campaign);
  return endedAt !== undefined && createdAt < endedAt && now < endedAt + CLOSING_GRACE_HOURS * HOUR;
}

/** When it closed, or would have been closed had the work been done already. */
function endOf({ state, closesOn, closedAt }: Lifetime): number | undefined {
  if (state === "open") return endOfLondonDay(closesOn);
  return state === "closed" && closedAt !== null ? closedAt : undefined;
}
