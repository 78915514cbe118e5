import type { OrganiserRole } from "#db/tables/organising.ts";
import type { SignedIn } from "../domain/account/account.ts";
import { findOrganised, type OrganisedCampaign } from "../domain/campaign/organised.server.ts";
import type { RequestContext } from "./context.ts";
import { requireVisitor } from "./require-role.server.ts";

/** Who runs a campaign, and the campaign. */
export interface Organising {
  visitor: SignedIn;
  campaign: OrganisedCampaign;
  role: OrganiserRole;
}

/**
 * The campaign of `/organise/:number`, for those who run it. `owners` lets only its owners pass. Each loader and
 * each action asks for itself.
 *
 * @throws Response to the sign-in page where nobody is signed in, 404 for no such campaign, 403 for anybody else's.
 */
export async function requireOrganiser(
  context: RequestContext,
  request: Request,
  number = "",
  { owners = false }: { owners?: boolean } = {},
): Promise<Organising> {
  const visitor = await requireVisitor(context, request);
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new Response(null, { status: 404 });
  const found = await findOrganised(context.db.read, Number(number), visitor.accountId);
  if (!found) throw new Response(null, { status: 404 });
  const { campaign, role } = found;
  if (role === undefined || (owners && role !== "owner")) throw new Response(null, { status: 403 });
  return { visitor, campaign, role };
}
