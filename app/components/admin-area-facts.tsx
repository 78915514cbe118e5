import type { ReactElement } from "react";
import type { Area } from "#app/domain/area/queries.server.ts";
import { areaHref } from "./area-links.ts";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay } from "./format.ts";

interface AdminAreaFactsProps {
  area: Area;
  parent?: Area;
  successors: readonly Area[];
  predecessors: readonly Area[];
}

/** How an area stands: its codes, its time, what came before and after. */
export function AdminAreaFacts({
  area,
  parent,
  successors,
  predecessors,
}: AdminAreaFactsProps): ReactElement {
  const page = areaHref(area, parent);
  return (
    <DefinitionList
      rows={[
        { term: "Code", value: area.gssCode },
        { term: "In public", value: page === undefined ? "No page" : <a href={page}>Its page</a> },
        ...(parent ? [{ term: "Part of", value: <Areas areas={[parent]} /> }] : []),
        { term: "First day", value: area.startsOn === "" ? "Not known" : calendarDay(area.startsOn) },
        { term: "Last day", value: area.endsOn === "" ? "It exists today" : calendarDay(area.endsOn) },
        { term: "Came after", value: <Areas areas={predecessors} /> },
        { term: "Followed by", value: <Areas areas={successors} /> },
        {
          term: "Homepage",
          value: area.homepageUrl === "" ? "None known" : <a href={area.homepageUrl}>{area.homepageUrl}</a>,
        },
        { term: "Own domain", value: area.domain || "None known" },
      ]}
    />
  );
}

function Areas({ areas }: { areas: readonly Area[] }): ReactElement {
  if (areas.length === 0) return <>Nothing we know of</>;
  return (
    <ul className="plain-list">
      {areas.map(({ gssCode, name }) => (
        <li key={gssCode}>
          <a href={`/admin/areas/${gssCode}`}>{name}</a> ({gssCode})
        </li>
      ))}
    </ul>
  );
}
