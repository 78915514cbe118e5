import type { CampaignState } from "#db/tables/campaign.ts";
import { calendarDay } from "./format.ts";
import type { SignFormCampaign } from "./sign-values.ts";

/** What the sign form needs to know of a campaign. */
export function signFormCampaign(
  campaign: { bodyName: string; bodyKind: string; state: CampaignState; closesOn: string },
  isSignable: boolean,
): SignFormCampaign {
  return {
    bodyName: campaign.bodyName,
    isCouncilPetition: campaign.bodyKind === "council",
    signing: isSignable ? "open" : campaign.state === "paused" ? "paused" : "closed",
    closesOn: calendarDay(campaign.closesOn),
  };
}
