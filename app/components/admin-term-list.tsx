import type { ReactElement } from "react";
import type { ListedTerm } from "#app/domain/representative/admin-queries.server.ts";
import { addressChip, KIND_WORDS } from "./admin-words.ts";
import { Chip } from "./chip.tsx";
import { calendarDay } from "./format.ts";

/** People and offices, each with where they speak for and how their address stands. */
export function AdminTermList({ terms }: { terms: readonly ListedTerm[] }): ReactElement {
  return (
    <ul className="representatives plain-list">
      {terms.map((term) => (
        <li key={`${term.publicId} ${term.key}`}>
          <a href={`/admin/representatives/${term.publicId}`}>{term.name}</a> <Chip {...addressChip(term)} />
          <span className="detail">
            {KIND_WORDS[term.kind]}, {term.areaName}
            {term.parentName === "" ? "" : `, ${term.parentName}`}
            {term.party === "" ? "" : ` · ${term.party}`}
            {term.isInvented ? " · invented" : ""}
          </span>
          <span className="detail">
            {term.endsOn === "" ? "" : `Until ${calendarDay(term.endsOn)}. `}
            Checked {calendarDay(term.checkedOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}
