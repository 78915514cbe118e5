import type { CampaignState } from "#db/tables/campaign.ts";
import type { ReceiptState, UpdateMailing, UpdateState } from "#db/tables/news.ts";

/** Where an update may go from each state. `pulled` by a moderator, `withdrawn` by those who wrote it. */
export const TRANSITIONS = {
  draft: ["waiting", "published"],
  waiting: ["published", "declined", "withdrawn"],
  published: ["pulled", "withdrawn"],
  declined: [],
  withdrawn: [],
  pulled: [],
} as const satisfies Record<UpdateState, readonly UpdateState[]>;

/** News is told once the campaign has opened, and for as long as it is read. */
export const UPDATE_STATES = ["open", "paused", "closed", "archived"] as const satisfies CampaignState[];

/** Was in public and is no more: its page says so. */
export const GONE_UPDATES = ["pulled", "withdrawn"] as const satisfies UpdateState[];

/** Mailings that have begun, some of which are over. */
export const BEGUN_MAILINGS = ["planning", "sending", "done", "stopped"] as const satisfies UpdateMailing[];

/** Receipts whose mail may still go. */
export const OPEN_RECEIPTS = ["planned", "sending"] as const satisfies ReceiptState[];

/** Why a receipt was skipped: codes that the organiser's page puts in words. */
export type SkipReason = "no_longer_wanted" | "signature_gone" | "stopped";

/** How a mailing goes, in numbers. */
export interface MailingCounts {
  /** Taken by the mail server of whoever signed, as far as is known. */
  reached: number;
  /** Waits for its turn. */
  waiting: number;
  /** Did not arrive. */
  failed: number;
  /** Had stopped the news, or taken the signature back, before their turn came. */
  skipped: number;
  /** Nobody can tell: sent once, never again. */
  uncertain: number;
}

/** The numbers of a mailing from those of its receipts by state. */
export function mailingCounts(byState: Partial<Record<ReceiptState, number>>): MailingCounts {
  const of = (...states: ReceiptState[]) => states.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
  return {
    reached: of("sent", "complained"),
    waiting: of("planned", "sending"),
    failed: of("failed", "bounced"),
    skipped: of("skipped"),
    uncertain: of("uncertain"),
  };
}
