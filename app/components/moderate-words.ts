import { type Urgency, urgencyOf } from "#app/domain/moderation/queue.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover, ProposalState } from "#db/tables/history.ts";
import type { AppealState } from "#db/tables/moderation.ts";
import type { ChipTone } from "./chip.tsx";
import { counted, londonDay, londonTime } from "./format.ts";

/** What each state of a campaign is called. */
export const STATE_WORDS: Record<CampaignState, string> = {
  draft: "Draft",
  gathering: "Looking for first supporters",
  in_review: "In review",
  changes_requested: "Changes asked for",
  rejected: "Rejected",
  hidden: "Hidden",
  removed: "Removed for good",
  open: "Open",
  paused: "Paused",
  closed: "Closed",
  archived: "Archived",
};

/** Who takes a campaign from one state to another. */
export const MOVER_WORDS: Record<Mover, string> = {
  organiser: "an organiser",
  moderator: "a moderator",
  admin: "an admin",
  program: "the program",
};

/** What has become of an appeal. */
export const APPEAL_CHIPS: Record<AppealState, { words: string; tone: ChipTone }> = {
  waiting: { words: "Waits", tone: "waiting" },
  granted: { words: "Granted", tone: "ok" },
  dismissed: { words: "Dismissed", tone: "plain" },
};

/** What has become of something that an organiser proposed. */
export const PROPOSAL_CHIPS: Record<ProposalState, { words: string; tone: ChipTone }> = {
  waiting: { words: "Waits", tone: "waiting" },
  accepted: { words: "Accepted", tone: "ok" },
  declined: { words: "Declined", tone: "plain" },
  withdrawn: { words: "Taken back", tone: "plain" },
};

/** How long something has waited: "less than an hour", "7 hours", "3 days". */
export function waitedWords(since: number, now: number): string {
  const hours = Math.floor((now - since) / HOUR);
  if (hours < 1) return "less than an hour";
  return hours < 48 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

/** An instant as its day and time in London: "12 November 2026, 14:05". */
export function dayAndTime(at: number): string {
  return `${londonDay(at)}, ${londonTime(at)}`;
}

/** How urgent something is, in words and a tone. */
export function urgencyChip(
  since: number,
  targetHours: number,
  now: number,
): { words: string; tone: ChipTone } {
  return URGENCY_CHIPS[urgencyOf(since, targetHours, now)];
}

const URGENCY_CHIPS: Record<Urgency, { words: string; tone: ChipTone }> = {
  in_time: { words: "In time", tone: "ok" },
  soon: { words: "Do it soon", tone: "waiting" },
  late: { words: "Late", tone: "refused" },
};
