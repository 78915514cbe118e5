import type { ReactElement } from "react";
import type { WhereSigned } from "#app/domain/campaign/where-signed.server.ts";
import { publishedHref } from "./area-links.ts";
import { figure, londonDayOfYear, londonTime, people } from "./format.ts";
import { PlaceBars } from "./place-bars.tsx";

interface WhereSignedProps {
  where?: WhereSigned;
  bodyName: string;
  /** The page with all places. */
  href: string;
  /** The same on a map. */
  mapHref: string;
}

/** Where people signed: bars, everybody else in one number, and when it was counted. */
export function WhereSignedSection({ where, bodyName, href, mapHref }: WhereSignedProps): ReactElement {
  return (
    <>
      <h2 id="places">Where people have signed</h2>
      {where === undefined ? (
        <p>The first count by place comes about ten minutes after the first signature.</p>
      ) : (
        <Places where={where} bodyName={bodyName} href={href} mapHref={mapHref} />
      )}
    </>
  );
}

function Places({ where, bodyName, href, mapHref }: WhereSignedProps & { where: WhereSigned }): ReactElement {
  const { kind, places, bodySlug, elsewhere, countedAt, handInCount, connectedCount } = where;
  return (
    <>
      {places.length === 0 ? (
        <p>
          No place has five signatures yet. A number below five could point at a person, so we do not show it.
        </p>
      ) : (
        <PlaceBars
          label={`Signatures by ${kind}`}
          places={places.map((place) => ({
            key: place.code,
            name: place.shortName,
            count: place.count,
            href: publishedHref(place, bodySlug),
          }))}
        />
      )}
      {handInCount === null || handInCount === 0 ? null : (
        <p>
          {people(handInCount)} let us hand their name to {bodyName}
          {connectedCount ? `; ${figure(connectedCount)} say that they live, work or study there` : ""}.
        </p>
      )}
      <p className="soft">
        {places.length > 0 && elsewhere > 0 ? `And ${figure(elsewhere)} elsewhere. ` : ""}
        Not shown: fewer than five, or needed to protect a place with fewer than five. Counted at{" "}
        {londonTime(countedAt)} on {londonDayOfYear(countedAt)}. <a href={href}>All places</a> or{" "}
        <a href={mapHref}>see them on a map</a>
      </p>
    </>
  );
}
