import type { LoaderFunctionArgs } from "@remix-run/node";
import { publishedTallies } from "#app/domain/area/published.server.ts";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { listVersionCounts } from "#app/domain/open-letter/version-counts.server.ts";
import { findPaperCount } from "#app/domain/paper/paper-count.server.ts";
import { listSitting } from "#app/domain/representative/queries.server.ts";
import { allAnswers } from "#app/domain/response/queries.server.ts";
import { campaignJson } from "#app/http/open-data/campaign-json.ts";
import { openJson } from "#app/http/open-data/open-data.ts";
import { OPEN_LEVELS } from "#app/http/open-data/places-json.ts";
import { requireOpenCampaign } from "#app/http/open-data/require-open-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, clock, settings } = context;
  const campaign = await requireOpenCampaign(context, {
    request,
    slug: params.slug,
    suffix: ".json",
  });
  const [signatureCount, publication, answers, versions, paper] = await Promise.all([
    countSignatures(db.read, campaign.id),
    publishedTallies(db.read, campaign.id, OPEN_LEVELS),
    allAnswers(db.read, campaign.id, clock.now()),
    listVersionCounts(db.read, campaign),
    findPaperCount(db.read, campaign.id),
  ]);
  const constituencies = (publication?.areas ?? []).filter((area) => area.level === "constituency");
  const sitting = await listSitting(
    db.read,
    constituencies.map((area) => area.code),
    clock.now(),
  );
  const members = new Map(
    sitting.filter((one) => one.kind === "mp").map((member) => [member.gssCode, member.name]),
  );
  const places = { publication, members };
  return openJson(
    campaignJson(campaign, {
      ...{ appUrl: settings.appUrl, signatureCount, places, answers, versions },
      paperCount: paper?.count ?? 0,
    }),
  );
}
