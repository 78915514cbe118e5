import type { CampaignState } from "#db/tables/campaign.ts";

/** What a moderator decides about a proposal: it becomes public, or it does not. */
export type SettleDecision = "accepted" | "declined";

/**
 * What became of settling a proposal. `changed_meanwhile`: what it was made for is not there any more, so it cannot
 * be accepted; nothing has been done. `own_campaign`: nobody settles what they, or those they run it with, propose.
 */
export type SettleOutcome = "settled" | "already_settled" | "unknown" | "changed_meanwhile" | "own_campaign";

/** One decision about a proposal. */
export interface Settling {
  publicId: string;
  moderatorId: string;
  decision: SettleDecision;
  /** What the moderator writes to the organisers; kept encrypted. May be blank where it is accepted. */
  note: string;
}

/** Those who run a campaign write in it directly: only its supporters have seen it. */
export const EDITABLE_STATES = ["gathering", "changes_requested"] as const satisfies CampaignState[];

/** The public has seen it and may sign it: changes are proposed and wait for a moderator. */
export const PROPOSABLE_STATES = ["open", "paused"] as const satisfies CampaignState[];

/** What became of asks can be told once it has opened, and for as long as it is read. */
export const OUTCOME_STATES = ["open", "paused", "closed", "archived"] as const satisfies CampaignState[];
