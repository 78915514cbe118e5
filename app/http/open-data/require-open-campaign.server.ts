import type { Campaign } from "../../domain/campaign/queries.server.ts";
import type { RequestContext } from "../context.ts";
import { requireCampaign } from "../require-campaign.server.ts";
import { openError, openRedirect } from "./open-data.ts";

/**
 * The public campaign whose open data was asked for; `suffix` is what stands after the campaign's own address.
 *
 * @throws Response in JSON: 404, 410, or 301 to the data under its present slug
 */
export async function requireOpenCampaign(
  context: Pick<RequestContext, "db">,
  { request, slug, suffix }: { request: Pick<Request, "url">; slug: string | undefined; suffix: string },
): Promise<Campaign> {
  try {
    return await requireCampaign(context, request, slug);
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    const location = thrown.headers.get("Location");
    throw location === null ? openError(thrown.status) : openRedirect(location + suffix);
  }
}
