import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { kindWords } from "#app/components/kind-words.ts";
import { MapSwitch } from "#app/components/map-switch.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ToldCouncils } from "#app/components/told-councils.tsx";
import { ToldMap } from "#app/components/told-map.tsx";
import { ToldQuiet } from "#app/components/told-quiet.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { readLedger } from "#app/domain/forwarding/ledger.server.ts";
import { findToldMap } from "#app/domain/forwarding/told-map.server.ts";
import { councilTones, memberTones } from "#app/domain/forwarding/told-tones.ts";
import { MAP_CACHE, readMapQuery } from "#app/http/map-query.ts";
import { askLedger } from "#app/http/read-told.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { toldSummary } from "#app/http/told-summary.server.ts";

const VIEWS = ["constituencies", "councils", "districts"] as const;

/** More than there are constituencies. */
const MEMBERS = 1000;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const { read } = context.db;
  const asked = readMapQuery(request.url, VIEWS);
  const { view } = await askLedger(context, campaign, request.url);
  const isLive = context.settings.forwarding === "live";
  const drawing = context.maps.drawing(asked.view, asked.shape);
  const { councils, polls } = await toldSummary(context.db, view);
  const shown = councils.filter(({ gssCode }) => drawing.outlines.some((one) => one.gssCode === gssCode));
  const toneOf =
    asked.view === "constituencies"
      ? memberTones(await readLedger(read, view, { filter: { level: "mp" }, limit: MEMBERS }), {
          wouldTell: !isLive,
        })
      : councilTones(shown, { wouldTell: !isLive });
  return {
    base: publicCampaignPath(campaign),
    kind: campaign.kind,
    title: campaign.title,
    asked,
    isLive,
    found: await findToldMap(read, drawing, toneOf),
    councils: asked.view === "constituencies" ? [] : shown.filter(({ seatCount }) => seatCount > 0),
    polls: polls.map(({ name, pollOn }) => ({ name, pollOn })),
  };
}

export const headers: HeadersFunction = () => MAP_CACHE;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Map of who has been told: ${data.title}` : "Map of who has been told");

export default function ToldMapPage(): ReactElement {
  const { base, kind, title, asked, isLive, found, councils, polls } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        kicker={<a href={base}>{title}</a>}
        title={isLive ? "Map of who has been told" : "Map of who would be told"}
      />
      <MapSwitch base={`${base}/told/map`} views={VIEWS} {...asked} />
      <ToldQuiet polls={polls} />
      <ToldMap found={found} href={`${base}/told`} isLive={isLive} />
      <ToldCouncils councils={councils} href={`${base}/told`} isLive={isLive} />
      <p>
        <a href={base}>Back to the {kindWords(kind).one}</a>
      </p>
    </>
  );
}
