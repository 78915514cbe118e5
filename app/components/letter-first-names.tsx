import type { ReactElement } from "react";
import { figure } from "./format.ts";
import type { ShownSignatory } from "./signatory-list.tsx";

interface LetterFirstNamesProps {
  /** Those whom the organisers have put first, in their order. */
  people: readonly ShownSignatory[];
  /** Everybody who signed. */
  count: number;
  /** Where all of them stand. */
  href: string;
}

/** Under the close of a letter: its first signatories, large, and how many stand behind them. */
export function LetterFirstNames({ people, count, href }: LetterFirstNamesProps): ReactElement | null {
  if (people.length === 0) return null;
  const others = count - people.length;
  return (
    <>
      <ul className="letter-first plain-list">
        {people.map(({ name, role, organisation }) => {
          const as = [role, organisation].filter((part) => part !== "").join(", ");
          return (
            <li key={`${name} ${as}`}>
              <b>{name}</b>
              {as === "" ? null : <span className="detail">{as}</span>}
            </li>
          );
        })}
      </ul>
      {others > 0 ? (
        <p>
          and <a href={href}>{others === 1 ? "1 other person" : `${figure(others)} other people`}</a>
        </p>
      ) : null}
    </>
  );
}
