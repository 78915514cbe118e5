import { redirect } from "@remix-run/node";
import type { CampaignKind, CampaignState, TextVariant } from "#db/tables/campaign.ts";
import { GONE_STATES, isIn, VISIBLE_STATES } from "../domain/campaign/campaign.ts";
import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import {
  type Campaign,
  type CampaignPlace,
  findCampaign,
  findCampaignAt,
  findSlugNow,
} from "../domain/campaign/queries.server.ts";
import { askedKind } from "./asked-kind.ts";
import type { RequestContext } from "./context.ts";

/**
 * The public campaign of a URL, a petition or an open letter by its folder. A slug that was given up leads to the present one; hidden and removed campaigns
 * answer 410, all others that the public may not see 404.
 *
 * @throws Response
 */
export async function requireCampaign(
  { db }: Pick<RequestContext, "db">,
  request: Pick<Request, "url">,
  slug = "",
  variant: TextVariant = "en",
): Promise<Campaign> {
  const kind = askedKind(request);
  const campaign = await findCampaign(db.read, kind, slug, variant);
  if (campaign) {
    requireVisible(campaign.state);
    return campaign;
  }
  return leadOn(db.read, kind, slug);
}

/** The same for what is sent to a campaign, for which its text need not be read. @throws Response */
export async function requireCampaignAt(
  { db }: Pick<RequestContext, "db">,
  request: Pick<Request, "url">,
  slug = "",
): Promise<CampaignPlace> {
  const kind = askedKind(request);
  const campaign = await findCampaignAt(db.read, kind, slug);
  if (!campaign) return leadOn(db.read, kind, slug);
  requireVisible(campaign.state);
  return campaign;
}

/** @throws Response always: to where a slug that was given up leads now, or 404. */
async function leadOn(read: RequestContext["db"]["read"], kind: CampaignKind, slug: string): Promise<never> {
  const now = await findSlugNow(read, kind, slug);
  if (now !== undefined) throw redirect(publicCampaignPath({ kind, slug: now }), 301);
  throw new Response(null, { status: 404 });
}

/** Lets pass what everybody may read. @throws Response 410 or 404 */
export function requireVisible(state: CampaignState): void {
  if (isIn(GONE_STATES, state)) throw new Response(null, { status: 410 });
  if (!isIn(VISIBLE_STATES, state)) throw new Response(null, { status: 404 });
}

/**
 * Lets pass what the public could once sign. One that was rejected in review can be read, but it has no numbers, no
 * places, and nobody was told of it. @throws Response 404
 */
export function requireOpened<Opened extends { state: CampaignState }>(campaign: Opened): Opened {
  if (campaign.state === "rejected") throw new Response(null, { status: 404 });
  return campaign;
}
