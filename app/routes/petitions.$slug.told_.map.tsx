import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { kindWords } from "#app/components/kind-words.ts";
import { MapSwitch } from "#app/components/map-switch.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ToldMap } from "#app/components/told-map.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { findToldMap } from "#app/domain/forwarding/told-map.server.ts";
import { MAP_CACHE, readMapQuery } from "#app/http/map-query.ts";
import { readTold } from "#app/http/read-told.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";

const VIEWS = ["constituencies"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const asked = readMapQuery(request.url, VIEWS);
  const { ledger } = await readTold(context, campaign, request.url);
  const isLive = context.settings.forwarding === "live";
  const drawing = context.maps.drawing(asked.view, asked.shape);
  const found = await findToldMap(context.db.read, ledger.rows, drawing, { wouldTell: !isLive });
  return {
    base: publicCampaignPath(campaign),
    kind: campaign.kind,
    title: campaign.title,
    asked,
    isLive,
    found,
  };
}

export const headers: HeadersFunction = () => MAP_CACHE;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Map of who has been told: ${data.title}` : "Map of who has been told");

export default function ToldMapPage(): ReactElement {
  const { base, kind, title, asked, isLive, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        kicker={<a href={base}>{title}</a>}
        title={isLive ? "Map of who has been told" : "Map of who would be told"}
      />
      <MapSwitch base={`${base}/told/map`} views={VIEWS} {...asked} />
      <ToldMap found={found} href={`${base}/told`} isLive={isLive} />
      <p>
        <a href={base}>Back to the {kindWords(kind).one}</a>
      </p>
    </>
  );
}
