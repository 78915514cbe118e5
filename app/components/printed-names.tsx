import type { ReactElement } from "react";
import { figure } from "./format.ts";

interface PrintedName {
  name: string;
  role: string;
  organisation: string;
  isFirst: boolean;
}

interface PrintedNamesProps {
  names: readonly PrintedName[];
  coSigners: readonly string[];
  /** People who signed and do not stand here: they show no name, or there is no room. */
  otherCount: number;
  hiddenCount: number;
}

/** Who put their name to a letter, as it is handed over: the first ones large, then columns. */
export function PrintedNames({ names, coSigners, otherCount, hiddenCount }: PrintedNamesProps): ReactElement {
  const first = names.filter(({ isFirst }) => isFirst);
  const others = names.filter(({ isFirst }) => !isFirst);
  return (
    <>
      {coSigners.length === 0 ? null : (
        <>
          <h3>Organisations</h3>
          <ul className="plain-list letter-organisations">
            {coSigners.map((organisation) => (
              <li key={organisation}>{organisation}</li>
            ))}
          </ul>
        </>
      )}
      {names.length === 0 ? null : <h3>People</h3>}
      <Names names={first} className="plain-list letter-first" />
      <Names names={others} className="plain-list letter-names" />
      {hiddenCount > 0 ? <p>{figure(hiddenCount)} more names are in the PDF of this letter.</p> : null}
      {otherCount > 0 ? (
        <p>
          {names.length > 0 ? "And " : ""}
          {figure(otherCount)} {otherCount === 1 ? "person who does" : "people who do"} not show their name.
        </p>
      ) : null}
    </>
  );
}

function Names({
  names,
  className,
}: {
  names: readonly PrintedName[];
  className: string;
}): ReactElement | null {
  if (names.length === 0) return null;
  return (
    <ul className={className}>
      {names.map(({ name, role, organisation }, index) => {
        const as = [role, organisation].filter((part) => part !== "").join(", ");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and none change places
          <li key={index}>
            <b>{name}</b>
            {as === "" ? null : (
              <>
                <span className="hidden">, </span>
                <span className="detail">{as}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
