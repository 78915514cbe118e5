import type { ReactElement } from "react";
import type { MapView } from "#app/domain/area/map-drawing.ts";
import type { ToldMap as Found } from "#app/domain/forwarding/told-map.server.ts";
import type { ToldTone } from "#app/domain/forwarding/told-tones.ts";
import { AreaMap } from "./area-map.tsx";
import { counted } from "./format.ts";
import { MapKey } from "./map-legend.tsx";

interface ToldMapProps {
  found: Found;
  /** The ledger, which says the same in words. */
  href: string;
  /** Whether anybody is written to for real. */
  isLive: boolean;
}

/** Whose members or councillors have been told and who has answered, by place. */
export function ToldMap({ found, href, isLive }: ToldMapProps): ReactElement {
  const { view } = found.map;
  const isOfMembers = view === "constituencies";
  const words = isOfMembers ? memberWords(isLive) : councillorWords(isLive);
  const entries = [...found.counts].reverse().flatMap(({ tone, count }) => {
    const meaning = words[tone];
    return meaning === undefined ? [] : [{ tone, words: `${placesOf(view, count)}: ${meaning}` }];
  });
  return (
    <div className="map-page">
      <AreaMap
        map={found.map}
        caption={
          <>
            {PLACES[view]}, coloured by {isOfMembers ? "whether their MP" : "how many of their councillors"}{" "}
            {isLive
              ? isOfMembers
                ? "has been told and has answered"
                : "have been told and have answered"
              : "would be told"}
            . Choose one for its page, or read <a href={href}>the same as a list</a>.
          </>
        }
      />
      <div className="map-side">
        <h2>What the colours mean</h2>
        <MapKey entries={entries} />
        <p className="soft">Not told is not silence: nobody can answer what they have not been sent.</p>
        <p>
          <a href={href}>Everybody as a list</a>
        </p>
      </div>
    </div>
  );
}

const PLACES: Record<MapView, string> = {
  constituencies: "The Westminster constituencies of the United Kingdom",
  councils: "The councils that run education, with the districts of Northern Ireland",
  districts: "The district and unitary councils of the United Kingdom",
};

function placesOf(view: MapView, count: number): string {
  return view === "constituencies"
    ? counted(count, "constituency", "constituencies")
    : counted(count, "council");
}

function memberWords(isLive: boolean): Partial<Record<ToldTone, string>> {
  return {
    5: "their MP has answered",
    2: isLive ? "their MP has been told" : "their MP would be told",
    0: "not told: fewer than five have signed, we have no address, or it is not their turn yet",
  };
}

function councillorWords(isLive: boolean): Partial<Record<ToldTone, string>> {
  const told = isLive ? "have been told" : "would be told";
  return {
    5: "half or more of those who can be told have answered",
    4: "somebody has answered",
    2: `half or more ${told}`,
    1: `some ${told}`,
    0: "nobody told: fewer than five have signed in each ward, we have no addresses, or it is not their turn yet",
  };
}
