import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCampaign } from "#app/http/require-campaign.server.ts";
import { sendSheetPdf } from "#app/http/send-pdf.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return sendSheetPdf(context, await requireCampaign(context, request, params.slug));
}
