import { isCouncilPetition } from "#app/domain/signature/council-petition.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { GATHERING_SUPPORTERS } from "#app/policy.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { calendarDay } from "./format.ts";
import type { SignFormCampaign } from "./sign-values.ts";

interface Publisher {
  slug: string;
  name: string;
  isVerified: boolean;
}

/**
 * What the sign form needs to know of a campaign; one that was closed early names the day on which it was.
 * `isHalted` says that all signing on the site is paused.
 */
export function signFormCampaign(
  campaign: {
    kind: CampaignKind;
    bodyName: string;
    bodyKind: string;
    state: CampaignState;
    closesOn: string;
    closedAt: number | null;
    publisher?: Publisher;
  },
  isSignable: boolean,
  isHalted = false,
): SignFormCampaign {
  const isRunning = campaign.state === "open" || campaign.state === "paused";
  const unsigned = campaign.state === "paused" ? "paused" : "closed";
  return {
    kind: campaign.kind,
    bodyName: campaign.bodyName,
    isCouncilPetition: isCouncilPetition(campaign),
    group: askingGroup(campaign.publisher),
    signing: isHalted && isRunning ? "halted" : isSignable ? "open" : unsigned,
    closesOn: calendarDay(lastDay(campaign)),
  };
}

/** The same for a campaign that only those with its link can see. */
export function supportForm(
  campaign: {
    kind: CampaignKind;
    bodyName: string;
    bodyKind: string;
    state: CampaignState;
    publisher?: Publisher;
  },
  { count, isHalted }: { count: number; isHalted: boolean },
): SignFormCampaign {
  const isFull = count >= GATHERING_SUPPORTERS;
  const gathering = isHalted ? "halted" : isFull ? "full" : "open";
  return {
    kind: campaign.kind,
    bodyName: campaign.bodyName,
    isCouncilPetition: isCouncilPetition(campaign),
    group: askingGroup(campaign.publisher),
    signing: campaign.state === "gathering" ? gathering : "in_review",
  };
}

/** Only a verified group may ask: whoever lets it write has to know whom they trust with their address. */
function askingGroup(publisher: Publisher | undefined): SignFormCampaign["group"] {
  return publisher?.isVerified ? { slug: publisher.slug, name: publisher.name } : undefined;
}

function lastDay({ closesOn, closedAt }: { closesOn: string; closedAt: number | null }): string {
  const closedOn = closedAt === null ? closesOn : londonDay(closedAt);
  return closedOn < closesOn ? closedOn : closesOn;
}
