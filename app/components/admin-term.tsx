import type { ReactElement } from "react";
import type { ManagedTerm } from "#app/domain/representative/admin-queries.server.ts";
import { ADDRESS_WORDS, addressChip } from "./admin-words.ts";
import { areaHref } from "./area-links.ts";
import { Card } from "./card.tsx";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay } from "./format.ts";

/** One term with all that is known of it, its address too, and where to change it. */
export function AdminTerm({ term, href }: { term: ManagedTerm; href: string }): ReactElement {
  const { area, parent } = term;
  return (
    <Card>
      <h3>
        {area.name}
        {parent === undefined ? "" : `, ${parent.name}`}{" "}
        {term.isRunning ? (
          <Chip {...addressChip({ ...term, hasAddress: term.address !== "" })} />
        ) : (
          <Chip words="Not today" />
        )}
      </h3>
      <AdminTermFacts term={term} />
      <p>
        <a href={href}>
          Correct or end this term<span className="hidden">: {area.name}</span>
        </a>
      </p>
    </Card>
  );
}

/** How a term stands now. */
export function AdminTermFacts({ term }: { term: ManagedTerm }): ReactElement {
  const { area, parent } = term;
  const page = areaHref(area, parent);
  return (
    <DefinitionList
      rows={[
        { term: "Area", value: page === undefined ? area.name : <a href={page}>{area.name}</a> },
        { term: "Party", value: term.party || "None" },
        { term: "First day", value: term.startsOn === "" ? "Not known" : calendarDay(term.startsOn) },
        { term: "Last day", value: term.endsOn === "" ? "Runs on" : calendarDay(term.endsOn) },
        { term: "Address", value: term.address || "None known" },
        { term: "State of the address", value: ADDRESS_WORDS[term.addressState] },
        { term: "Published", value: `${term.source}, checked ${calendarDay(term.checkedOn)}` },
      ]}
    />
  );
}
