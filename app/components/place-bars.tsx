import type { ReactElement } from "react";
import { figure } from "./format.ts";

export interface PlaceCount {
  /** Unique in its list: a GSS code. */
  key: string;
  name: string;
  /** Published counts only: 5 or more. */
  count: number;
  href?: string;
}

interface PlaceBarsProps {
  /** Says what is counted, for those who do not see the heading: "Signatures by council". */
  label: string;
  places: readonly PlaceCount[];
}

/** A count for each place as a list of bars; the numbers stand beside them, so no table is needed. */
export function PlaceBars({ label, places }: PlaceBarsProps): ReactElement {
  const most = Math.max(1, ...places.map((place) => place.count));
  return (
    <ul className="bars plain-list" aria-label={label}>
      {places.map(({ key, name, count, href }) => (
        <li key={key}>
          <span className="name">{href === undefined ? name : <a href={href}>{name}</a>}</span>
          <b>{figure(count)}</b>
          <svg height="18" aria-hidden="true" focusable="false">
            <rect className="bar" width={`${Math.round((1000 * count) / most) / 10}%`} height="18" rx="4" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
