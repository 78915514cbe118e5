import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AreaMap } from "#app/components/area-map.tsx";
import { MapSwitch } from "#app/components/map-switch.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findAreaMap } from "#app/domain/area/map-areas.server.ts";
import { MAP_CACHE, readMapQuery } from "#app/http/map-query.ts";

const VIEWS = ["councils", "districts"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = readMapQuery(request.url, VIEWS);
  const map = await findAreaMap(context.db.read, context.maps.drawing(asked.view, asked.shape));
  return { asked, map };
}

export const headers: HeadersFunction = () => MAP_CACHE;

export const meta: MetaFunction = () => pageTitle("Map of councils", "Find a council on a map.");

export default function CouncilMapPage(): ReactElement {
  const { asked, map } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Councils on a map" lede="Choose a council to see who speaks for people there." />
      <MapSwitch base="/councils/map" views={VIEWS} {...asked} />
      <AreaMap
        map={map}
        caption={
          <>
            {asked.view === "councils"
              ? "The councils of the United Kingdom that run education; in Northern Ireland, where no council does, the districts."
              : "The district and unitary councils of the United Kingdom."}{" "}
            The same as a list: <a href="/councils">all councils</a>.
          </>
        }
      />
    </>
  );
}
