import type { ReactElement } from "react";
import type { ToldMap as Found, ToldTone } from "#app/domain/forwarding/told-map.server.ts";
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

/** Whose members have been told and who has answered, by constituency. */
export function ToldMap({ found, href, isLive }: ToldMapProps): ReactElement {
  const words: Record<ToldTone, string> = {
    5: "their MP has answered",
    2: isLive ? "their MP has been told" : "their MP would be told",
    0: "not told: fewer than five have signed, we have no address, or it is not their turn yet",
  };
  return (
    <div className="map-page">
      <AreaMap
        map={found.map}
        caption={
          <>
            The Westminster constituencies of the United Kingdom, coloured by whether their MP{" "}
            {isLive ? "has been told and has answered" : "would be told"}. Choose one for its page, or read{" "}
            <a href={href}>the same as a list</a>.
          </>
        }
      />
      <div className="map-side">
        <h2>What the colours mean</h2>
        <MapKey
          entries={[...found.counts].reverse().map(({ tone, count }) => ({
            tone,
            words: `${counted(count, "constituency", "constituencies")}: ${words[tone]}`,
          }))}
        />
        <p className="soft">Not told is not silence: nobody can answer what they have not been sent.</p>
        <p>
          <a href={href}>Everybody, with councillors, as a list</a>
        </p>
      </div>
    </div>
  );
}
