import type { LoaderFunctionArgs } from "@remix-run/node";
import { walkLedger } from "#app/domain/forwarding/ledger.server.ts";
import { openCsv, openError } from "#app/http/open-data/open-data.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";
import { toldCsv } from "#app/http/open-data/told-data.ts";
import { askLedger } from "#app/http/read-told.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = { request, slug: params.slug, suffix: "/told.csv" };
  const campaign = await requireOpenCampaign(context, asked);
  if (campaign.state === "rejected") throw openError(404);
  const { view, filter } = await askLedger(context, campaign, request.url);
  return openCsv(toldCsv(walkLedger(context.db.read, view, filter)), `${campaign.slug}-told.csv`);
}
