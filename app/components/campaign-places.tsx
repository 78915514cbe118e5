import type { ReactElement } from "react";
import type {
  CampaignPlaces as Places,
  PlacesGroup,
  PlacesTable as Table,
} from "#app/domain/campaign/places.server.ts";
import { figure, londonDayOfYear, londonTime, people } from "./format.ts";
import { PlacesTable } from "./places-table.tsx";

interface CampaignPlacesProps {
  places: Places;
  /** Where the same stands for programs. */
  dataHref: string;
}

/** All published places of one campaign: a table for each kind, none added to another. */
export function CampaignPlaces({ places, dataHref }: CampaignPlacesProps): ReactElement {
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
        same people in another way, so their numbers cannot be added up.
      </p>
      <Tier
        title="Councils that run education"
        heading="Council"
        table={councils}
        unplaced="under a council"
        note={
          isNorthernIrish ? "In Northern Ireland, where no council does, it is the district council." : ""
        }
      />
      <Tier
        title="Constituencies"
        heading="Constituency"
        table={constituencies}
        unplaced="in a constituency"
      />
      {districts === undefined ? null : (
        <Tier
          title="District and unitary councils"
          heading="Council"
          table={districts}
          unplaced="under a district or unitary council"
        />
      )}
      <Groups title="Wards" heading="Ward" groups={wards} />
      <Groups title="County divisions" heading="Division" groups={divisions} />
      {places.isShortened ? (
        <p>
          Only the largest numbers of other councils are shown here.{" "}
          <a href={dataHref}>All of them as data</a>
        </p>
      ) : null}
      <Tier title="Countries" heading="Country" table={countries} />
    </>
  );
}

interface TierProps {
  title: string;
  heading: string;
  table: Table;
  /** Where the unplaced could not be placed: "in a constituency". */
  unplaced?: string;
  note?: string;
}

function Tier({ title, heading, table, unplaced, note = "" }: TierProps): ReactElement {
  const { places, total, unplacedCount } = table;
  return (
    <section className="tier">
      <h2>{title}</h2>
      {places.length === 0 ? (
        <p>No number can be shown here yet.</p>
      ) : (
        <PlacesTable
          caption={`Signatures by ${heading.toLowerCase()}: ${title}`}
          heading={heading}
          places={places}
          total={total}
        />
      )}
      {unplaced === undefined || unplacedCount === undefined ? null : (
        <p>
          {figure(unplacedCount)} more {unplacedCount === 1 ? "lives" : "live"} in the United Kingdom, but we
          could not place them {unplaced}.
        </p>
      )}
      {note === "" ? null : <p className="soft">{note}</p>}
    </section>
  );
}

interface GroupsProps {
  title: string;
  heading: string;
  groups: readonly PlacesGroup[];
}

function Groups({ title, heading, groups }: GroupsProps): ReactElement | null {
  if (groups.length === 0) return null;
  return (
    <section className="tier">
      <h2>{title}</h2>
      {groups.map(({ gssCode, name, places, total }) => (
        <section key={gssCode}>
          <h3>{name}</h3>
          <PlacesTable
            caption={`Signatures by ${heading.toLowerCase()}: ${name}`}
            heading={heading}
            places={places}
            total={total}
          />
        </section>
      ))}
    </section>
  );
}
