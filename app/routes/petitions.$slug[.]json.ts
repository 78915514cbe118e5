import type { LoaderFunctionArgs } from "@remix-run/node";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { listVersionCounts } from "#app/domain/open-letter/version-counts.server.ts";
import { findPaperCount } from "#app/domain/paper/paper-count.server.ts";
import { allAnswers } from "#app/domain/response/queries.server.ts";
import { campaignJson } from "#app/http/open-data/campaign-json.ts";
import { openJsonBytes } from "#app/http/open-data/open-data.ts";
import { readPlacesText } from "#app/http/open-data/places-text.server.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, clock, settings } = context;
  const campaign = await requireOpenCampaign(context, {
    request,
    slug: params.slug,
    suffix: ".json",
  });
  const [signatureCount, places, answers, versions, paper] = await Promise.all([
    countSignatures(db.read, campaign.id),
    readPlacesText(db.read, campaign.id, clock.now()),
    allAnswers(db.read, campaign.id, clock.now()),
    listVersionCounts(db.read, campaign),
    findPaperCount(db.read, campaign.id),
  ]);
  return openJsonBytes(
    campaignJson(campaign, {
      ...{ appUrl: settings.appUrl, signatureCount, places, answers, versions },
      paperCount: paper?.count ?? 0,
    }),
  );
}
