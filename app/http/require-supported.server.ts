import { redirect } from "@remix-run/node";
import type { TextVariant } from "#db/tables/campaign.ts";
import { GONE_STATES, isIn, UNPUBLISHED_STATES, VISIBLE_STATES } from "../domain/campaign/campaign.ts";
import { campaignPath } from "../domain/campaign/campaign-path.ts";
import { type Campaign, findCampaignById } from "../domain/campaign/queries.server.ts";
import { findLinkedRow } from "../domain/privacy/links.server.ts";
import type { RequestContext } from "./context.ts";

/**
 * The campaign of a support link, as long as it is not published; afterwards the link leads to its public page.
 * Hidden and removed ones answer 410, links that are nobody's 404.
 *
 * @throws Response
 */
export async function requireSupported(
  { db }: Pick<RequestContext, "db">,
  token = "",
  variant: TextVariant = "en",
): Promise<Campaign> {
  const id = await findLinkedRow(db.read, token, ["support"]);
  const campaign = id === undefined ? undefined : await findCampaignById(db.read, id, variant);
  if (!campaign) throw new Response(null, { status: 404 });
  if (isIn(GONE_STATES, campaign.state)) throw new Response(null, { status: 410 });
  if (isIn(VISIBLE_STATES, campaign.state)) throw redirect(campaignPath(campaign, token), 303);
  if (!isIn(UNPUBLISHED_STATES, campaign.state)) throw new Response(null, { status: 404 });
  return campaign;
}
