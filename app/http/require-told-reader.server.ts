import { findOrganised, type OrganisedCampaign } from "../domain/campaign/organised.server.ts";
import type { RequestContext } from "./context.ts";
import { requireRole, requireVisitor } from "./require-role.server.ts";

/**
 * The campaign of a number, for those who run it and for admins: whoever may read who is told of it and why.
 *
 * @throws Response to the sign-in page where nobody is signed in, 404 for no such campaign, 403 for anybody else.
 */
export async function requireToldReader(
  context: RequestContext,
  request: Request,
  number = "",
): Promise<{ campaign: OrganisedCampaign; isOrganiser: boolean }> {
  const visitor = await requireVisitor(context, request);
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new Response(null, { status: 404 });
  const found = await findOrganised(context.db.read, Number(number), visitor.accountId);
  if (!found) throw new Response(null, { status: 404 });
  const isOrganiser = found.role !== undefined;
  if (!isOrganiser) await requireRole(context, request, "admin");
  return { campaign: found.campaign, isOrganiser };
}
