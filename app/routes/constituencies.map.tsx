import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AreaMap } from "#app/components/area-map.tsx";
import { MapSwitch } from "#app/components/map-switch.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findAreaMap } from "#app/domain/area/map-areas.server.ts";
import { MAP_CACHE, readMapQuery } from "#app/http/map-query.ts";

const VIEWS = ["constituencies"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = readMapQuery(request.url, VIEWS);
  const map = await findAreaMap(context.db.read, context.maps.drawing(asked.view, asked.shape));
  return { asked, map };
}

export const headers: HeadersFunction = () => MAP_CACHE;

export const meta: MetaFunction = () =>
  pageTitle("Map of constituencies", "Find a Westminster constituency on a map.");

export default function ConstituencyMapPage(): ReactElement {
  const { asked, map } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Constituencies on a map" lede="Choose a constituency to see who speaks for it." />
      <MapSwitch base="/constituencies/map" views={VIEWS} {...asked} />
      <AreaMap
        map={map}
        caption={
          <>
            The Westminster constituencies of the United Kingdom. The same as a list:{" "}
            <a href="/constituencies">all constituencies</a>.
          </>
        }
      />
    </>
  );
}
