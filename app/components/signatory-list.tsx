import type { ReactElement } from "react";
import { figure } from "./format.ts";
import { ReportLink } from "./report-link.tsx";

/** Somebody who shows their name, with what was vouched for. */
export interface ShownSignatory {
  name: string;
  role: string;
  organisation: string;
}

interface SignatorySectionProps {
  /** The organisations that sign as such. */
  organisations: readonly string[];
  /** The first of those who show their names. */
  people: readonly ShownSignatory[];
  /** Everybody who signed, named or not. */
  count: number;
  /** Where all of them stand. */
  href: string;
}

/** On a campaign's own page: the organisations, the first names, and the way to the others. */
export function SignatorySection({
  organisations,
  people,
  count,
  href,
}: SignatorySectionProps): ReactElement | null {
  if (organisations.length === 0 && people.length === 0) return null;
  const others = count - people.length;
  return (
    <>
      <h2>Who signs</h2>
      <CoSignerList organisations={organisations} />
      {people.length === 0 ? null : <h3>People</h3>}
      <SignatoryList people={people} />
      <p>
        {others > 0 ? `And ${figure(others)} more, with and without their names. ` : null}
        <a href={href}>Everybody who shows their name</a>
      </p>
      <p className="detail">
        <ReportLink words="Report a name or an organisation" />
      </p>
    </>
  );
}

/** The organisations that sign as such: each is there with its authority, checked by a moderator. */
export function CoSignerList({
  organisations,
  level = 3,
}: {
  organisations: readonly string[];
  /** Of its heading. */
  level?: 2 | 3;
}): ReactElement | null {
  if (organisations.length === 0) return null;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Heading>Organisations</Heading>
      <ul className="signatories plain-list">
        {organisations.map((organisation) => (
          <li key={organisation}>
            <b>{organisation}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Names with role and organisation, in the order that they come in. */
export function SignatoryList({ people }: { people: readonly ShownSignatory[] }): ReactElement | null {
  if (people.length === 0) return null;
  return (
    <ul className="signatories plain-list">
      {keyed(people).map(({ key, name, role, organisation }) => {
        const as = [role, organisation].filter((part) => part !== "").join(", ");
        return (
          <li key={key}>
            {name}
            {as === "" ? null : <span className="detail">{as}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Two people may have one name: each is known by where they stand. */
function keyed(people: readonly ShownSignatory[]): (ShownSignatory & { key: string })[] {
  return people.map((one, index) => ({ ...one, key: `${index} ${one.name}` }));
}
