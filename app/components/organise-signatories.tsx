import type { ReactElement, ReactNode } from "react";
import { Button } from "./button.tsx";
import type { ShownSignatory } from "./signatory-list.tsx";

/** A signatory as forms speak of them. */
interface OrderedSignatory extends ShownSignatory {
  handle: string;
}

/** Those who stand first, in their order, with a button for each way to move. */
export function FirstSignatories({ people }: { people: readonly OrderedSignatory[] }): ReactElement {
  return (
    <>
      <h2>First</h2>
      {people.length === 0 ? <p>Nobody yet: all stand by name.</p> : null}
      <ol className="order plain-list">
        {people.map((person, index) => (
          <li key={person.handle}>
            <span>
              {index + 1}. <Who person={person} />
            </span>
            <Acts person={person}>
              {index === 0 ? null : <Act person={person} act="up" words="Up" />}
              {index === people.length - 1 ? null : <Act person={person} act="down" words="Down" />}
              <Act person={person} act="take_out" words="Take out" />
            </Acts>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Those who may be put first. */
export function FoundSignatories({
  people,
  isFull,
}: {
  people: readonly OrderedSignatory[];
  isFull: boolean;
}): ReactElement {
  if (people.length === 0) return <p>Nobody else shows a name like that.</p>;
  return (
    <ul className="order plain-list">
      {people.map((person) => (
        <li key={person.handle}>
          <span>
            <Who person={person} />
          </span>
          {isFull ? null : (
            <Acts person={person}>
              <Act person={person} act="put_first" words="Put first" />
            </Acts>
          )}
        </li>
      ))}
    </ul>
  );
}

function Who({ person: { name, role, organisation } }: { person: OrderedSignatory }): ReactElement {
  const as = [role, organisation].filter((part) => part !== "").join(", ");
  return (
    <>
      <b>{name}</b>
      {as === "" ? null : `, ${as}`}
    </>
  );
}

function Acts({ person, children }: { person: OrderedSignatory; children: ReactNode }): ReactElement {
  return (
    <form method="post">
      <input type="hidden" name="name" value={person.name} />
      <input type="hidden" name="handle" value={person.handle} />
      {children}
    </form>
  );
}

function Act({ person, act, words }: { person: OrderedSignatory; act: string; words: string }): ReactElement {
  return (
    <Button tone="quiet" name="act" value={act}>
      {words}
      <span className="hidden">: {person.name}</span>
    </Button>
  );
}
