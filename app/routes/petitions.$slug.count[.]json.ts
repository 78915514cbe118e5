import type { LoaderFunctionArgs } from "@remix-run/node";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { openJson } from "#app/http/open-data/open-data.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = { request, slug: params.slug, suffix: "/count.json" };
  const { id, number, goal, state } = await requireOpenCampaign(context, asked);
  return openJson({ signature_count: await countSignatures(context.db.read, id), number, goal, state });
}
