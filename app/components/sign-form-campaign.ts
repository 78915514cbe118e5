import { londonDay } from "#app/domain/time/london.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { calendarDay } from "./format.ts";
import type { SignFormCampaign } from "./sign-values.ts";

/** What the sign form needs to know of a campaign; one that was closed early names the day on which it was. */
export function signFormCampaign(
  campaign: {
    bodyName: string;
    bodyKind: string;
    state: CampaignState;
    closesOn: string;
    closedAt: number | null;
  },
  isSignable: boolean,
): SignFormCampaign {
  return {
    bodyName: campaign.bodyName,
    isCouncilPetition: campaign.bodyKind === "council",
    signing: isSignable ? "open" : campaign.state === "paused" ? "paused" : "closed",
    closesOn: calendarDay(lastDay(campaign)),
  };
}

function lastDay({ closesOn, closedAt }: { closesOn: string; closedAt: number | null }): string {
  const closedOn = closedAt === null ? closesOn : londonDay(closedAt);
  return closedOn < closesOn ? closedOn : closesOn;
}
