import type { Why } from "#app/domain/forwarding/explain.ts";
import { ACROSS_COUNTY_LEAST } from "#app/policy-forwarding.ts";
import { figure } from "./format.ts";

/** Each reason in a few words, for the list of them. */
export const WHY_WORDS: Record<Why, string> = {
  waits: "Hears in the next round",
  grace: "Hears when the last links are over",
  had_message: "Had a message this week",
  no_step: "Has been told; waits for growth",
  told_of_end: "Has had the last message",
  below_five: "Fewer than five signatures",
  not_theirs: "Their division cannot be told apart",
  quiet: "Quiet before a poll",
  paused_by_them: "Asked for a pause",
  no_address: "No address known",
  bounced: "Address does not work",
  opted_out: "Asked us not to write",
  rule_campaign: "Left out by your choice",
  rule_site: "Left out by the rule of this site",
  never_told: "Was not told before it closed",
  invented: "Invented people are not written to",
  campaign_not_open: "It is not open",
};

interface Row {
  why: Why;
  nextStep?: number;
  pollName?: string;
}

/** Why one person is told or not, in a sentence. */
export function whySentence({ why, nextStep, pollName }: Row): string {
  const next = nextStep === undefined ? "" : ` They hear at ${figure(nextStep)}.`;
  switch (why) {
    case "waits":
      return "Hears in the next round.";
    case "grace":
      return "It has just closed. They hear once links that were mailed before have run out.";
    case "had_message":
      return "Had a message from us within the week. Hears in the round after.";
    case "no_step":
      return `Has been told; the number has not grown enough since.${next}`;
    case "told_of_end":
      return "Has been told, and told that it has closed.";
    case "below_five":
      return `Fewer than five, or not shown to protect somebody.${next}`;
    case "not_theirs":
      return `We cannot tell their division apart. They hear of the county’s count where it is addressed to their council, from ${figure(ACROSS_COUNTY_LEAST)} on.`;
    case "quiet":
      return `Nobody is written to there before a poll${pollName === undefined ? "" : `: ${pollName}`}.`;
    case "paused_by_them":
      return "Asked us for a pause.";
    case "no_address":
      return "We know no address.";
    case "bounced":
      return "Messages to the address on record come back.";
    case "opted_out":
      return "Asked us not to write at all.";
    case "rule_campaign":
      return "Those who run it have left them out.";
    case "rule_site":
      return "The rule of this site leaves them out.";
    case "never_told":
      return "It closed before they were told, so they get no last message.";
    case "invented":
      return "Invented, or the campaign is: never written to for real.";
    case "campaign_not_open":
      return "Nobody is told while it is not open.";
  }
}

/** Of whom a number is said. */
export function countWords({ basis, tally }: { basis: string; tally: number }): string {
  if (tally === 0) return "–";
  switch (basis) {
    case "at_least":
      return `at least ${figure(tally)}`;
    case "across":
      return `${figure(tally)} across the county`;
    case "everyone":
      return `${figure(tally)} in all`;
    default:
      return figure(tally);
  }
}
