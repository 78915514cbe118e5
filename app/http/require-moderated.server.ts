import { hasRole, type SignedIn } from "../domain/account/account.ts";
import { type Campaign, findByNumber, findCampaign } from "../domain/campaign/queries.server.ts";
import { runsCampaign } from "../domain/moderation/moderator.server.ts";
import type { RequestContext } from "./context.ts";
import { requireRole } from "./require-role.server.ts";

/** A moderator, and the campaign that they look at. */
export interface Moderating {
  visitor: SignedIn;
  isAdmin: boolean;
  campaign: Campaign;
  /** They run it themselves, so that others decide about it. */
  isOwn: boolean;
}

/**
 * The campaign of `/moderate/campaigns/:number` in any state but draft, for moderators. Each loader and each action
 * asks for itself.
 *
 * @throws Response to the sign-in page, 403 for those who are no moderators, 404 for no such campaign.
 */
export async function requireModerated(
  context: RequestContext,
  request: Request,
  number = "",
): Promise<Moderating> {
  const visitor = await requireRole(context, request, "moderator");
  const { read } = context.db;
  const found = /^[1-9]\d{0,8}$/.test(number) ? await findByNumber(read, Number(number)) : undefined;
  const campaign = found && (await findCampaign(read, found.kind, found.slug));
  if (!campaign || campaign.state === "draft") throw new Response(null, { status: 404 });
  const isOwn = await runsCampaign(read, campaign.id, visitor.accountId);
  return { visitor, isAdmin: hasRole(visitor, "admin"), campaign, isOwn };
}
