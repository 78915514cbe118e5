import type { ReactElement } from "react";
import type { ToldCouncil } from "#app/domain/forwarding/ledger-summary.server.ts";
import { toldOf } from "#app/domain/forwarding/told-tones.ts";
import { figure } from "./format.ts";

interface ToldCouncilsProps {
  councils: readonly ToldCouncil[];
  /** The ledger, which can be narrowed to a council. */
  href: string;
  isLive: boolean;
}

/**
 * What a map of councils shows, in words: how many councillors of each were told and have answered. Of those who have
 * not answered here nothing is said, not even a nought.
 */
export function ToldCouncils({ councils, href, isLive }: ToldCouncilsProps): ReactElement | null {
  if (councils.length === 0) return null;
  return (
    <>
      <h2>The same in words</h2>
      <p className="soft">
        Of each council: the seats for places where five or more have signed; the others cannot be told yet.
        Where nobody {isLive ? "was" : "would be"} told, we often know no address: that is ours to mend.
      </p>
      <table className="places">
        <caption className="hidden">
          Councils, and how many of their councillors were told and answered
        </caption>
        <thead>
          <tr>
            <th scope="col">Council</th>
            <th scope="col" className="figure">
              Seats
            </th>
            <th scope="col" className="figure">
              {isLive ? "Told" : "Would be told"}
            </th>
            <th scope="col" className="figure">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {councils.map((council) => (
            <tr key={council.gssCode}>
              <th scope="row">
                <a href={`${href}?council=${council.gssCode}`}>{council.name}</a>
              </th>
              <td className="figure">{figure(council.seatCount)}</td>
              <td className="figure">{figure(toldOf(council, !isLive))}</td>
              <td className={council.answeredCount === 0 ? "figure blank" : "figure"}>
                {council.answeredCount === 0 ? "–" : figure(council.answeredCount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
