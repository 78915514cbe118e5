import type { ReactElement } from "react";
import type {
  CampaignPlaces as Places,
  PlacesGroup,
  PlacesTable as Table,
} from "#app/domain/campaign/places.server.ts";
import { publishedHref } from "./area-links.ts";
import { figure, londonDayOfYear, londonTime, people } from "./format.ts";
import { PlacesTable } from "./places-table.tsx";

interface CampaignPlacesProps {
  places: Places;
  /** The campaign's own address, under which the same stands for programs. */
  base: string;
}

const TITLES = {
  councils: "Councils that run education",
  constituencies: "Constituencies",
  districts: "District and unitary councils",
  wards: "Wards",
  divisions: "County divisions",
  countries: "Countries",
} as const;

type Section = keyof typeof TITLES;

/** All published places of one campaign: a table for each kind, none added to another. */
export function CampaignPlaces({ places, base }: CampaignPlacesProps): ReactElement {
  const { countedAt, total, councils, constituencies, districts, wards, divisions, countries } = places;
  const isNorthernIrish = councils.places.some((place) => place.code.startsWith("N"));
  return (
    <>
      <p className="lede">
        {people(total)} {total === 1 ? "was" : "were"} counted at {londonTime(countedAt)} on{" "}
        {londonDayOfYear(countedAt)}.
      </p>
      <p className="soft">
        Not shown: fewer than five, or needed to protect a place with fewer than five. Each table counts the
        same people in another way, so their numbers cannot be added up.{" "}
        <a href={`${base}/map`}>See it on a map</a>
      </p>
      <Contents places={places} />
      <Tier
        id="councils"
        heading="Council"
        table={councils}
        unplaced="under a council"
        note={
          isNorthernIrish ? "In Northern Ireland, where no council does, it is the district council." : ""
        }
      />
      <Tier id="constituencies" heading="Constituency" table={constituencies} unplaced="in a constituency" />
      {districts === undefined ? null : (
        <Tier
          id="districts"
          heading="Council"
          table={districts}
          unplaced="under a district or unitary council"
        />
      )}
      <Groups id="wards" heading="Ward" groups={wards} />
      <Groups id="divisions" heading="Division" groups={divisions} />
      {places.isShortened ? <p>Of other councils, only the largest numbers are shown here.</p> : null}
      <Tier id="countries" heading="Country" table={countries} />
      <p>
        All of it as data: <a href={`${base}.json`}>places (JSON)</a>,{" "}
        <a href={`${base}/history.csv`}>the total hour by hour (CSV)</a>.
      </p>
    </>
  );
}

function Contents({ places }: { places: Places }): ReactElement {
  const missing = new Set<Section>();
  if (places.districts === undefined) missing.add("districts");
  if (places.wards.length === 0) missing.add("wards");
  if (places.divisions.length === 0) missing.add("divisions");
  const ids = ["councils", "constituencies", "districts", "wards", "divisions", "countries"] as const;
  return (
    <nav aria-label="On this page">
      <ul>
        {ids
          .filter((id) => !missing.has(id))
          .map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{TITLES[id]}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

interface TierProps {
  id: Section;
  /** Head of the first column, and in small letters what the table counts by. */
  heading: string;
  table: Table;
  /** Where the unplaced could not be placed: "in a constituency". */
  unplaced?: string;
  note?: string;
}

function Tier({ id, heading, table, unplaced, note = "" }: TierProps): ReactElement {
  const { places, total, unplacedCount } = table;
  return (
    <section>
      <h2 id={id}>{TITLES[id]}</h2>
      {places.length === 0 ? (
        <p>No number can be shown here yet.</p>
      ) : (
        <PlacesTable
          caption={`Signatures by ${heading.toLowerCase()}: ${TITLES[id]}`}
          heading={heading}
          places={places.map((place) => ({ ...place, href: publishedHref(place) }))}
          total={total}
        />
      )}
      {unplaced === undefined || unplacedCount === undefined ? null : (
        <p>
          {figure(unplacedCount)} more in the United Kingdom could not be placed {unplaced}.
        </p>
      )}
      {note === "" ? null : <p className="soft">{note}</p>}
    </section>
  );
}

interface GroupsProps {
  id: Section;
  heading: string;
  groups: readonly PlacesGroup[];
}

function Groups({ id, heading, groups }: GroupsProps): ReactElement | null {
  if (groups.length === 0) return null;
  return (
    <section>
      <h2 id={id}>{TITLES[id]}</h2>
      {groups.map(({ gssCode, slug, name, places, total }) => (
        <section key={gssCode}>
          <h3>{name}</h3>
          <PlacesTable
            caption={`Signatures by ${heading.toLowerCase()}: ${name}`}
            heading={heading}
            places={places.map((place) => ({ ...place, href: publishedHref(place, slug) }))}
            total={total}
          />
        </section>
      ))}
    </section>
  );
}
