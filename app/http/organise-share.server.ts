import { isIn, VISIBLE_STATES } from "../domain/campaign/campaign.ts";
import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import type { OrganisedCampaign } from "../domain/campaign/organised.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import type { RequestContext } from "./context.ts";

/** Where a campaign's own page is: in public, or by the link that supporters are given. */
export async function shareUrl(
  { db, keyring, settings }: Pick<RequestContext, "db" | "keyring" | "settings">,
  { id, kind, slug, state }: Pick<OrganisedCampaign, "id" | "kind" | "slug" | "state">,
): Promise<string> {
  if (isIn(VISIBLE_STATES, state)) return `${settings.appUrl}${publicCampaignPath({ kind, slug })}`;
  const { support } = await linkTokens(db.read, keyring, id);
  return support === undefined ? settings.appUrl : `${settings.appUrl}/support/${support}`;
}
