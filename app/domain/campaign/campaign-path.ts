import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { isIn, UNPUBLISHED_STATES, VISIBLE_STATES } from "./campaign.ts";

/**
 * Where on the site somebody who signed a campaign can read it: its public page, its support page while it has no
 * public one, or blank where nobody may read it. `supportToken` is that of its support link, if it has one.
 */
export function campaignPath(
  { kind, slug, state }: { kind: CampaignKind; slug: string; state: CampaignState },
  supportToken: string | undefined,
): string {
  if (isIn(VISIBLE_STATES, state)) return `/${kind === "petition" ? "petitions" : "letters"}/${slug}`;
  if (isIn(UNPUBLISHED_STATES, state) && supportToken !== undefined) return `/support/${supportToken}`;
  return "";
}
