import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignMap } from "#app/components/campaign-map.tsx";
import { kindWords } from "#app/components/kind-words.ts";
import { MapSwitch } from "#app/components/map-switch.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findCampaignMap } from "#app/domain/area/campaign-map.server.ts";
import { MAP_VIEWS } from "#app/domain/area/map-drawing.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { MAP_CACHE, readMapQuery } from "#app/http/map-query.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { PUBLICATION_MINUTES } from "#app/policy.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const asked = readMapQuery(request.url, MAP_VIEWS);
  const shown = await findCampaignMap(
    context.db.read,
    campaign.id,
    context.maps.drawing(asked.view, asked.shape),
  );
  return { base: publicCampaignPath(campaign), kind: campaign.kind, title: campaign.title, asked, shown };
}

export const headers: HeadersFunction = () => MAP_CACHE;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Map of where people signed: ${data.title}` : "Map of where people signed");

export default function PetitionMapPage(): ReactElement {
  const { base, kind, title, asked, shown } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title="Map of where people have signed" />
      <MapSwitch base={`${base}/map`} views={MAP_VIEWS} {...asked} />
      {shown ? (
        <CampaignMap shown={shown} placesHref={`${base}/places`} />
      ) : (
        <p>The first count by place comes at most {PUBLICATION_MINUTES} minutes after the first signature.</p>
      )}
      <p>
        <a href={base}>Back to the {kindWords(kind).one}</a>
      </p>
    </>
  );
}
