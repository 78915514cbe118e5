import type { CampaignState } from "#db/tables/campaign.ts";
import { endOfLondonDay } from "../time/london.ts";

/** Where a campaign may go from each state; who may take it there is each use case's matter. */
export const TRANSITIONS = {
  draft: ["gathering"],
  gathering: ["in_review", "hidden", "removed"],
  in_review: ["open", "changes_requested", "rejected", "hidden", "removed"],
  changes_requested: ["in_review", "hidden", "removed"],
  rejected: ["in_review", "hidden", "removed"],
  open: ["paused", "closed", "hidden", "removed"],
  paused: ["open", "closed", "hidden", "removed"],
  closed: ["archived", "open", "hidden", "removed"],
  archived: ["hidden", "removed"],
  hidden: [
    "gathering",
    "in_review",
    "changes_requested",
    "rejected",
    "open",
    "paused",
    "closed",
    "archived",
    "removed",
  ],
  removed: [],
} as const satisfies Record<CampaignState, readonly CampaignState[]>;

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
