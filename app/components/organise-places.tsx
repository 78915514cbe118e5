import type { ReactElement } from "react";
import type { Milestone } from "#app/domain/campaign/milestones.server.ts";
import type { Strongholds } from "#app/domain/campaign/strongholds.server.ts";
import { publishedHref } from "./area-links.ts";
import { counted, figure, londonDayOfYear, londonTime } from "./format.ts";
import { PlaceBars } from "./place-bars.tsx";

interface OrganisePlacesProps {
  where?: { countedAt: number; levels: readonly Strongholds[] };
  /** The petition's own address, where it is public; places and map are under it. */
  publicBase?: string;
}

const TITLES = {
  ward: "Wards",
  constituency: "Constituencies",
  upper: "Councils that run education",
} as const;
const MORE = {
  ward: { one: "ward", many: "wards" },
  constituency: { one: "constituency", many: "constituencies" },
  upper: { one: "council", many: "councils" },
} as const;

/** How many people in which ward, constituency, council stand behind a campaign: published numbers. */
export function OrganisePlaces({ where, publicBase }: OrganisePlacesProps): ReactElement {
  if (where === undefined)
    return (
      <p>
        {publicBase === undefined
          ? "Counts by place are made once it is open to everybody."
          : "The first count by place comes about ten minutes after the first signature."}
      </p>
    );
  const shown = where.levels.filter(({ places }) => places.length > 0);
  return (
    <>
      {shown.length === 0 ? (
        <p>
          No place has five signatures yet. A number below five could point at a person, so nobody is shown
          it, you included.
        </p>
      ) : (
        shown.map(({ level, places, moreCount }) => (
          <section key={level}>
            <h3>{TITLES[level]}</h3>
            <PlaceBars
              label={`Signatures: ${TITLES[level]}`}
              places={places.map((place) => ({
                key: place.code,
                name: place.parentName === "" ? place.shortName : `${place.shortName}, ${place.parentName}`,
                count: place.count,
                href: publishedHref(place, place.parentSlug),
              }))}
            />
            {moreCount > 0 ? (
              <p className="soft">
                And {counted(moreCount, `more ${MORE[level].one}`, `more ${MORE[level].many}`)}.
              </p>
            ) : null}
          </section>
        ))
      )}
      <p className="soft">
        Counted at {londonTime(where.countedAt)} on {londonDayOfYear(where.countedAt)}. Not shown: fewer than
        five, or needed to protect a place with fewer than five.{" "}
        {publicBase === undefined ? null : (
          <>
            <a href={`${publicBase}/places`}>All places</a> or{" "}
            <a href={`${publicBase}/map`}>see them on a map</a>
          </>
        )}
      </p>
    </>
  );
}

/** The places that come next to a number at which their representatives are told. */
export function OrganiseMilestones({ milestones }: { milestones: readonly Milestone[] }): ReactElement {
  if (milestones.length === 0)
    return <p>The first comes when five people have signed in one ward or constituency.</p>;
  return (
    <ul className="milestones plain-list">
      {milestones.map(({ code, name, inside, level, count, step }) => (
        <li key={code}>
          <b>{counted(step - count, "more person", "more people")}</b> in{" "}
          {inside === "" ? name : `${name} (${inside})`} and {level === "ward" ? "its councillors" : "the MP"}{" "}
          can be told of {figure(step)}. Now {figure(count)}.
        </li>
      ))}
    </ul>
  );
}
