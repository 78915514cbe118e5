import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover } from "#db/tables/history.ts";
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
  paused: { open: MODERATORS, closed: ["program", ...MODERATORS], ...TAKEN_DOWN },
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

/** Whether a campaign can be signed, and a signature confirmed, at this moment. */
export function takesSignatures(campaign: { state: CampaignState; closesOn: string }, now: number): boolean {
  return campaign.state === "open" && now < endOfLondonDay(campaign.closesOn);
}
