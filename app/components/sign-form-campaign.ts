import { londonDay } from "#app/domain/time/london.ts";
import { GATHERING_SUPPORTERS } from "#app/policy.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { calendarDay } from "./format.ts";
import type { SignFormCampaign } from "./sign-values.ts";

/**
 * What the sign form needs to know of a campaign; one that was closed early names the day on which it was.
 * `isHalted` says that all signing on the site is paused.
 */
export function signFormCampaign(
  campaign: {
    bodyName: string;
    bodyKind: string;
    state: CampaignState;
    closesOn: string;
    closedAt: number | null;
  },
  isSignable: boolean,
  isHalted = false,
): SignFormCampaign {
  const isRunning = campaign.state === "open" || campaign.state === "paused";
  const unsigned = campaign.state === "paused" ? "paused" : "closed";
  return {
    bodyName: campaign.bodyName,
    isCouncilPetition: campaign.bodyKind === "council",
    signing: isHalted && isRunning ? "halted" : isSignable ? "open" : unsigned,
    closesOn: calendarDay(lastDay(campaign)),
  };
}

/** The same for a campaign that only those with its link can see. */
export function supportForm(
  campaign: { bodyName: string; bodyKind: string; state: CampaignState },
  { count, isHalted }: { count: number; isHalted: boolean },
): SignFormCampaign {
  const isFull = count >= GATHERING_SUPPORTERS;
  const gathering = isHalted ? "halted" : isFull ? "full" : "open";
  return {
    bodyName: campaign.bodyName,
    isCouncilPetition: campaign.bodyKind === "council",
    signing: campaign.state === "gathering" ? gathering : "in_review",
  };
}

function lastDay({ closesOn, closedAt }: { closesOn: string; closedAt: number | null }): string {
  const closedOn = closedAt === null ? closesOn : londonDay(closedAt);
  return closedOn < closesOn ? closedOn : closesOn;
}
