import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { isIn, UNPUBLISHED_STATES, VISIBLE_STATES } from "./campaign.ts";

/** The folder of a kind of campaign in public addresses. */
export function campaignFolder(kind: CampaignKind): "petitions" | "letters" {
  return kind === "petition" ? "petitions" : "letters";
}

/** The address of a campaign's public page; what belongs to it stands under the same one. */
export function publicCampaignPath({ kind, slug }: { kind: CampaignKind; slug: string }): string {
  return `/${campaignFolder(kind)}/${slug}`;
}

/**
 * Where on the site somebody who signed a campaign can read it: its public page, its support page while it has no
 * public one, or blank where nobody may read it. `supportToken` is that of its support link, if it has one.
 */
export function campaignPath(
  campaign: { kind: CampaignKind; slug: string; state: CampaignState },
  supportToken: string | undefined,
): string {
  if (isIn(VISIBLE_STATES, campaign.state)) return publicCampaignPath(campaign);
  if (isIn(UNPUBLISHED_STATES, campaign.state) && supportToken !== undefined)
    return `/support/${supportToken}`;
  return "";
}
