import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { findByNumber } from "#app/domain/campaign/queries.server.ts";
import { requireVisible } from "#app/http/require-campaign.server.ts";

/** The short address of a campaign, for paper and for telling it on the phone. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const number = params.number ?? "";
  const campaign = /^[1-9]\d{0,8}$/.test(number)
    ? await findByNumber(context.db.read, Number(number))
    : undefined;
  if (!campaign) throw new Response(null, { status: 404 });
  requireVisible(campaign.state);
  return redirect(publicCampaignPath(campaign), 302);
}

/** Never seen, but errors are shown on a page only where there is one. */
export default function ShortAddress(): null {
  return null;
}
