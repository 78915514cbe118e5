import type { LoaderFunctionArgs } from "@remix-run/node";
import { countHistory } from "#app/domain/campaign/count-history.server.ts";
import { historyCsv } from "#app/http/open-data/history-csv.ts";
import { openCsv, openError } from "#app/http/open-data/open-data.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = { kind: "petition", slug: params.slug, suffix: "/history.csv" } as const;
  const campaign = await requireOpenCampaign(context, asked);
  if (campaign.state === "rejected") throw openError(404);
  const hours = await countHistory(context.db.read, campaign.id);
  return openCsv(historyCsv(hours), `${campaign.slug}-history.csv`);
}
