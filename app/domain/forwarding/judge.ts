import { CLOSING_GRACE_HOURS, SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import { ACROSS_COUNTY_LEAST } from "#app/policy-forwarding.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { HOUR } from "../time/durations.ts";
import type { Basis } from "./basis.ts";
import type { Poll } from "./polls.ts";
import { allows, type ForwardingRule, type ToldAs } from "./rules.ts";
import { stepReached } from "./steps.ts";

/** What a representative was last told of a campaign in an area. */
export interface LastTold {
  tally: number;
  step: number;
  isClosing: boolean;
  /** When it was sent, or planned where that is not known. */
  at: number;
  /** The London day of it. */
  on: string;
}

/** Somebody who could be told of a campaign in one capacity, with all that decides whether they are now. */
export interface Candidate {
  addressHash: string;
  termId: string;
  representativeId: string;
  /** The area counted: of the seat, the county of a division, or blank for everyone. */
  gssCode: string;
  /** Of the area counted; `council` for a county and for everyone. */
  level: AreaLevel;
  basis: Basis;
  as: ToldAs;
  campaignId: string;
  campaignState: CampaignState;
  closedAt: number | null;
  /** As published; 0 where nothing is. */
  tally: number;
  rule: ForwardingRule;
  /** The poll for which their place is left alone. */
  poll?: Poll;
  lastTold?: LastTold;
}

/** Why somebody is not told, for reasons that lie in the campaign and its numbers. */
export type NotDue =
  | "campaign_not_open"
  | "rule"
  | "quiet"
  | "below_five"
  | "not_theirs"
  | "no_step"
  | "never_told"
  | "grace"
  | "told_of_end";

/** Whether something is due to be said in a round, which step it says has been reached, or why nothing is. */
export type Judgement = { isDue: true; step: number; isClosing: boolean } | { isDue: false; why: NotDue };

/**
 * Judges one candidate for the round at `slotAt`. While a campaign is open, growth is due when it has passed a step;
 * after it has closed one last message goes to those told before, once the hours in which links still count are over.
 * One that was opened again and closed again has another last message.
 */
export function judge(candidate: Candidate, slotAt: number): Judgement {
  const { campaignState, tally, level, rule, lastTold } = candidate;
  const isClosing = campaignState === "closed";
  if (!isClosing && campaignState !== "open") return not("campaign_not_open");
  if (!allows(rule, candidate.as, isClosing)) return not("rule");
  if (isClosing && lastTold === undefined) return not("never_told");
  if (isClosing && hasHeardOfEnd(candidate)) return not("told_of_end");
  if (tally < SMALLEST_SHOWN_COUNT) return not("below_five");
  if (isOfOthers(candidate)) return not("not_theirs");
  const step = stepReached(level, tally, rule.pace);
  if (!isClosing && lastTold !== undefined && step <= lastTold.step) return not("no_step");
  if (candidate.poll) return not("quiet");
  if (isClosing && slotAt < graceEnd(candidate)) return not("grace");
  return { isDue: true, step, isClosing };
}

/**
 * A count across a whole county is hardly of a councillor's own people: worth a message only where the county's own
 * affairs are at stake, and once it says something. Otherwise five signatures anywhere would write to all of them.
 */
function isOfOthers({ basis, as, tally }: Candidate): boolean {
  return basis === "across" && (as !== "concerned" || tally < ACROSS_COUNTY_LEAST);
}

/** Until when links that were mailed before a campaign closed are still counted. */
function graceEnd({ closedAt }: Candidate): number {
  return (closedAt ?? 0) + CLOSING_GRACE_HOURS * HOUR;
}

function hasHeardOfEnd({ lastTold, closedAt }: Candidate): boolean {
  return lastTold?.isClosing === true && lastTold.at >= (closedAt ?? 0);
}

function not(why: NotDue): Judgement {
  return { isDue: false, why };
}
