import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CouncilPage } from "#app/components/area-council.tsx";
import { councilView } from "#app/components/area-council-view.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { describeCouncil } from "#app/domain/area/describe-council.server.ts";
import { findEnding } from "#app/domain/area/ending.server.ts";
import { LISTED_STATES } from "#app/domain/campaign/campaign.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { findEvidence } from "#app/domain/story/council-evidence.server.ts";
import { requireCouncil } from "#app/http/require-area.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const council = await requireCouncil(context, params.slug);
  const { forwarding } = settings;
  const filter = { states: LISTED_STATES, q: "", bodyGss: [council.gssCode] };
  const [description, petitions, letters, ending, evidence] = await Promise.all([
    describeCouncil(db.read, { council, forwarding }, clock.now()),
    listCampaigns(db.read, { ...filter, kind: "petition" }, 1),
    listCampaigns(db.read, { ...filter, kind: "letter" }, 1),
    findEnding(db.read, council),
    findEvidence(db.read, council.gssCode),
  ]);
  return councilView({
    ...{ council, description, ending, forwarding, evidence },
    petitions: petitions.campaigns,
    letters: letters.campaigns,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.name ?? "Council", data && `${data.name}: ${data.lede}`);

export default function CouncilRoute(): ReactElement {
  return <CouncilPage {...useLoaderData<typeof loader>()} />;
}
