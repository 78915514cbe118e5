import type { ReactElement } from "react";
import type { Area } from "#app/domain/area/queries.server.ts";
import type { WhoSpeaks } from "#app/domain/area/who-speaks.server.ts";
import { areaHref } from "./area-links.ts";
import { councilKind } from "./area-words.ts";
import { RepresentativeList, RepresentativeSources } from "./representative-list.tsx";

/** All levels that speak for somebody, the whole country's first, in words for whoever has not needed them yet. */
export function AreaSpeakers({ speaks }: { speaks: WhoSpeaks }): ReactElement {
  const { county, council, constituency } = speaks.areas;
  return (
    <>
      {constituency === undefined ? null : (
        <section>
          <h2>In the House of Commons</h2>
          <p>
            You live in the constituency of <AreaLink area={constituency} />. It sends one Member of
            Parliament (MP), who speaks for everybody who lives there, whoever they voted for.
          </p>
          <People
            speaks={speaks}
            area={constituency}
            nobody="The seat is empty, or we do not know its MP yet."
          />
        </section>
      )}
      {county === undefined ? null : <County speaks={speaks} county={county} />}
      {council === undefined ? null : <Council speaks={speaks} council={council} />}
      <RepresentativeSources representatives={speaks.representatives} />
    </>
  );
}

function County({ speaks, county }: { speaks: WhoSpeaks; county: Area }): ReactElement {
  const { division } = speaks.areas;
  return (
    <section>
      <h2>In your county council</h2>
      <p>
        <AreaLink area={county} /> runs schools and special educational needs, social care and roads.
      </p>
      <People speaks={speaks} area={county} />
      {division === undefined ? (
        <p>
          A county is divided into divisions, each with its own county councillor. We cannot tell which is
          yours from your postcode.{" "}
          <a href={`${areaHref(county)}#divisions`}>All divisions of {county.shortName}</a>
        </p>
      ) : (
        <>
          <p>
            Your part of it is the division of <AreaLink area={division} parent={county} />; its county
            councillor speaks for you there.
          </p>
          <People
            speaks={speaks}
            area={division}
            parent={county}
            nobody="We do not know the councillor of this division yet."
          />
        </>
      )}
    </section>
  );
}

function Council({ speaks, council }: { speaks: WhoSpeaks; council: Area }): ReactElement {
  const { ward, county } = speaks.areas;
  return (
    <section>
      <h2>{county === undefined ? "In your council" : "In your district council"}</h2>
      <p>
        <AreaLink area={council} /> {councilKind(council.kind).does}.
      </p>
      <People speaks={speaks} area={council} />
      {ward === undefined ? (
        <p>
          A council’s area is divided into wards, each with its own councillors.{" "}
          <a href={`${areaHref(council)}#wards`}>All wards of {council.shortName}</a>
        </p>
      ) : (
        <>
          <p>
            Your part of it is the ward of <AreaLink area={ward} parent={council} />; its councillors speak
            for you there.
          </p>
          <People
            speaks={speaks}
            area={ward}
            parent={council}
            nobody="We do not know the councillors of this ward yet."
          />
        </>
      )}
    </section>
  );
}

interface PeopleProps {
  speaks: WhoSpeaks;
  area: Area;
  parent?: Area;
  /** Said where nobody is known; nothing is said without it. */
  nobody?: string;
}

function People({ speaks, area, parent, nobody }: PeopleProps): ReactElement | null {
  const ours = speaks.representatives.filter((one) => one.gssCode === area.gssCode);
  if (ours.length === 0) return nobody === undefined ? null : <p>{nobody}</p>;
  const named = { name: area.name, href: areaHref(area, parent) };
  return <RepresentativeList representatives={ours} areas={new Map([[area.gssCode, named]])} />;
}

function AreaLink({ area, parent }: { area: Area; parent?: Area }): ReactElement {
  const href = areaHref(area, parent);
  return href === undefined ? <span>{area.name}</span> : <a href={href}>{area.name}</a>;
}
