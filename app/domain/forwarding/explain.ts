import { type Candidate, judge, type NotDue } from "./judge.ts";
import { allows, type ForwardingRule } from "./rules.ts";
import { stepAfter } from "./steps.ts";

/** Where somebody stands, in the order in which pages list it: why they are told, or why they are not. */
export const WHYS = [
  "waits",
  "grace",
  "had_message",
  "no_step",
  "told_of_end",
  "below_five",
  "not_theirs",
  "quiet",
  "paused_by_them",
  "no_address",
  "bounced",
  "opted_out",
  "rule_campaign",
  "rule_site",
  "never_told",
  "invented",
  "campaign_not_open",
] as const;
export type Why = (typeof WHYS)[number];

/** What stands between somebody and a message that is not the campaign's doing. */
export interface AtTheirEnd {
  hasAddress: boolean;
  barred?: "bounced" | "opted_out";
  isPausedByThem: boolean;
  hadMessage: boolean;
  /** Invented, where only real ones are written to; real, where the campaign is invented. */
  isLeftOut: boolean;
}

/** Says where one candidate stands: the campaign's own reasons first, then what is so at their end. */
export function whyOf(
  candidate: Candidate,
  { hasAddress, barred, isPausedByThem, hadMessage, isLeftOut }: AtTheirEnd,
  { site, slotAt }: { site: ForwardingRule; slotAt: number },
): Why {
  const judged = judge(candidate, slotAt);
  const why = judged.isDue ? undefined : judged.why;
  if (why === "rule") return ruleOf(candidate, site);
  if (why !== undefined && isAboutCampaign(why)) return why;
  if (isLeftOut) return "invented";
  if (!hasAddress) return "no_address";
  if (barred !== undefined) return barred;
  if (isPausedByThem) return "paused_by_them";
  if (why !== undefined) return why;
  return hadMessage ? "had_message" : "waits";
}

/** The number at which somebody hears next. */
export function nextStep({ level, tally, rule, lastTold }: Candidate): number {
  return stepAfter(level, Math.max(tally, lastTold?.step ?? 0), rule.pace);
}

function ruleOf({ as, campaignState }: Candidate, site: ForwardingRule): "rule_site" | "rule_campaign" {
  return allows(site, as, campaignState === "closed") ? "rule_campaign" : "rule_site";
}

function isAboutCampaign(why: Exclude<NotDue, "rule">): boolean {
  return why !== "no_step" && why !== "quiet" && why !== "grace";
}
