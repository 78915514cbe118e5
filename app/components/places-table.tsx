import type { ReactElement } from "react";
import { figure } from "./format.ts";

interface PlacesTableProps {
  /** What the table counts: "Signatures by constituency". */
  caption: string;
  /** Head of the first column: "Constituency". */
  heading: string;
  places: readonly { code: string; name: string; count: number; href?: string }[];
  /** The sum of these rows. */
  total: number;
}

/** Published counts of places of one kind, and the sum of what is shown. */
export function PlacesTable({ caption, heading, places, total }: PlacesTableProps): ReactElement {
  return (
    <table className="places">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className="figure">
            Signatures
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ code, name, count, href }) => (
          <tr key={code}>
            <th scope="row">{href === undefined ? name : <a href={href}>{name}</a>}</th>
            <td className="figure">{figure(count)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All in this table</th>
          <td className="figure">{figure(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
