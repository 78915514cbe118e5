import type { LoaderFunctionArgs } from "@remix-run/node";
import { countHistory } from "#app/domain/campaign/count-history.server.ts";
import { historyCsv } from "#app/http/open-data/history-csv.ts";
import { openCsv, openError } from "#app/http/open-data/open-data.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = { request, slug: params.slug, suffix: "/history.csv" };
  const campaign = await requireOpenCampaign(context, asked);
  if (campaign.state === "rejected") throw openError(404);
  const hours = await countHistory(context.db.read, campaign.id);
  return openCsv(historyCsv(hours), `${campaign.slug}-history.csv`);
}
