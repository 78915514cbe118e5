import type { ReactElement } from "react";
import type { CampaignMap as Shown } from "#app/domain/area/campaign-map.server.ts";
import { AreaMap } from "./area-map.tsx";
import { figure, londonDayOfYear, londonTime, people } from "./format.ts";
import { MapLegend } from "./map-legend.tsx";
import { PlaceBars, type PlaceCount } from "./place-bars.tsx";

interface CampaignMapProps {
  shown: Shown;
  /** The page with the same numbers as tables. */
  placesHref: string;
}

const PLACES_LISTED = 10;

const WORDS = {
  constituencies: {
    one: "constituency",
    unplaced: "in a constituency",
    map: "The Westminster constituencies of the United Kingdom",
    hex: "Each hexagon is one constituency, near to where it lies.",
  },
  councils: {
    one: "council",
    unplaced: "under a council",
    map: "The councils that run education and, in Northern Ireland where none does, the district councils",
    hex: "A county is drawn as its districts together, a hexagon for each, near to where it lies.",
  },
  districts: {
    one: "council",
    unplaced: "under a district or unitary council",
    map: "The district and unitary councils of the United Kingdom",
    hex: "Each hexagon is one council, near to where it lies.",
  },
} as const;

/** A campaign's published numbers on a map, what its colours mean, and the largest numbers as a list. */
export function CampaignMap({ shown, placesHref }: CampaignMapProps): ReactElement {
  const { countedAt, total, map, shades, places, unplacedCount } = shown;
  const words = WORDS[map.view];
  const href = `${placesHref}#${map.view}`;
  return (
    <div className="map-page">
      <AreaMap
        map={map}
        caption={
          <>
            {words.map}, shaded by how many people have signed. {map.shape === "hex" ? `${words.hex} ` : ""}
            Choose a place for its page, or read <a href={href}>the same as a table</a>.
          </>
        }
      />
      <div className="map-side">
        <p>
          {people(total)} {total === 1 ? "was" : "were"} counted at {londonTime(countedAt)} on{" "}
          {londonDayOfYear(countedAt)}.
        </p>
        <h2>How many people</h2>
        <MapLegend shades={shades} />
        <h2>Where most have signed</h2>
        {places.length === 0 ? (
          <p>No number can be shown here yet.</p>
        ) : (
          <PlaceBars label={`Signatures by ${words.one}, largest first`} places={barsOf(shown)} />
        )}
        {unplacedCount === undefined ? null : (
          <p className="soft">
            {figure(unplacedCount)} more in the United Kingdom could not be placed {words.unplaced}.
          </p>
        )}
        <p>
          <a href={href}>All numbers as a table</a>
        </p>
      </div>
    </div>
  );
}

function barsOf({ places, map }: Shown): PlaceCount[] {
  const base = map.view === "constituencies" ? "/constituencies" : "/councils";
  return places.slice(0, PLACES_LISTED).map(({ code, shortName, slug, count }) => ({
    key: code,
    name: shortName,
    count,
    href: slug === "" ? undefined : `${base}/${slug}`,
  }));
}
