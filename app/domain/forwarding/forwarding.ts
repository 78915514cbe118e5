import type { CampaignState } from "#db/tables/campaign.ts";
import type { DeliveryMode, DeliveryState } from "#db/tables/forwarding.ts";

/** Whether representatives are told: not at all, through addresses that lead nowhere, or for real. */
export type Forwarding = "off" | DeliveryMode;

/**
 * How a delivery goes from state to state. What has left is settled by reports that come late and in any order, so
 * each may also come before our own answer is written down: a complaint stands over a bounce, a bounce over an arrival.
 */
export const TRANSITIONS = {
  planned: ["sending", "skipped", "failed", "superseded"],
  sending: ["sent", "planned", "skipped", "failed", "uncertain", "delivered", "bounced", "complained"],
  sent: ["delivered", "bounced", "complained", "failed"],
  delivered: ["bounced", "complained"],
  uncertain: ["sent", "delivered", "bounced", "complained", "failed"],
  bounced: ["complained"],
  complained: [],
  failed: ["delivered", "bounced", "complained"],
  skipped: [],
  superseded: [],
} as const satisfies Record<DeliveryState, readonly DeliveryState[]>;

/** What has left us or may have: the address has had its message of the week. */
export const LEFT_STATES = [
  "sending",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "uncertain",
] as const satisfies DeliveryState[];

/** What was told or may have been: not to be said again before the next step. */
export const TOLD_STATES = [
  "sending",
  "sent",
  "delivered",
  "complained",
  "uncertain",
] as const satisfies DeliveryState[];

/** Why a delivery was not sent: a code, never an address. */
export type SkipReason = "too_late" | "address_withdrawn" | "quiet_period" | "nothing_to_tell";

/** In which a campaign is told of: while it is open, and once more after it has closed. */
export const TELLING_STATES = ["open", "closed"] as const satisfies CampaignState[];

/** The levels of area whose representatives are told of their own count. */
export const TOLD_LEVELS = ["constituency", "ward", "division"] as const;
/** One of them. */
export type ToldLevel = (typeof TOLD_LEVELS)[number];

/** The level of area that a published number stands for, where its representatives are told. */
export function toldLevel(level: string): ToldLevel | undefined {
  return TOLD_LEVELS.find((one) => one === level);
}
