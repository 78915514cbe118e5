import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { openError, openJson } from "#app/http/open-data/open-data.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";
import { JSON_ROWS, toldJson } from "#app/http/open-data/told-data.ts";
import { readToldPage } from "#app/http/read-told.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = { request, slug: params.slug, suffix: "/told.json" };
  const campaign = await requireOpenCampaign(context, asked);
  if (campaign.state === "rejected") throw openError(404);
  const { appUrl } = context.settings;
  const path = `${publicCampaignPath(campaign)}/told.json`;
  const page = await readToldPage(context, campaign, { url: request.url, limit: JSON_ROWS });
  if (!page) throw openError(404);
  return openJson(toldJson(page, { appUrl, path }));
}
