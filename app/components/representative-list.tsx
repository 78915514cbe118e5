import type { ReactElement } from "react";
import type { SittingRepresentative } from "#app/domain/representative/queries.server.ts";
import { Chip } from "./chip.tsx";
import { calendarDay } from "./format.ts";

interface RepresentativeListProps {
  representatives: readonly SittingRepresentative[];
  /** What their areas are called, by code, with a link where there is a page. */
  areas: ReadonlyMap<string, { name: string; href?: string }>;
  /** What is said after the area: "most of Worcester lies in it". */
  notes?: ReadonlyMap<string, string>;
  /** With since when each has spoken, and where that is from. */
  isDetailed?: boolean;
}

/** People who speak for places, each with a link to their page. */
export function RepresentativeList({
  representatives,
  areas,
  notes,
  isDetailed = false,
}: RepresentativeListProps): ReactElement {
  return (
    <ul className="representatives plain-list">
      {representatives.map((one) => {
        const { publicId, kind, name, party, gssCode, isInvented } = one;
        const area = areas.get(gssCode);
        return (
          <li key={`${publicId} ${gssCode}`}>
            <a href={`/representatives/${publicId}`}>{name}</a>
            {isInvented ? (
              <>
                {" "}
                <Chip words="Invented person" />
              </>
            ) : null}
            <span className="detail">
              {roleWords(kind)}
              {area === undefined ? (
                ""
              ) : area.href === undefined ? (
                area.name
              ) : (
                <a href={area.href}>{area.name}</a>
              )}
              {party === "" ? "" : ` · ${party}`}
              {notes?.get(gssCode) ? ` · ${notes.get(gssCode)}` : ""}
            </span>
            {isDetailed ? <RepresentativeSource {...one} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function RepresentativeSource({
  startsOn,
  source,
  sourceUrl,
  checkedOn,
}: Pick<SittingRepresentative, "startsOn" | "source" | "sourceUrl" | "checkedOn">): ReactElement {
  return (
    <span className="detail">
      {startsOn === "" ? "" : `Since ${calendarDay(startsOn)}. `}
      Source: {sourceUrl === undefined ? source : <a href={sourceUrl}>{source}</a>}, checked{" "}
      {calendarDay(checkedOn)}.
    </span>
  );
}

/** Where a list of people is from, and of when: each source once. */
export function RepresentativeSources({
  representatives,
}: {
  representatives: readonly SittingRepresentative[];
}): ReactElement | null {
  const sources = [
    ...new Set(
      representatives.map(({ source, checkedOn }) => `${source}, checked ${calendarDay(checkedOn)}`),
    ),
  ];
  if (sources.length === 0) return null;
  return <p className="soft small">Source: {sources.join("; ")}.</p>;
}

function roleWords(kind: SittingRepresentative["kind"]): string {
  return { mp: "MP for ", councillor: "Councillor for ", office: "Office of " }[kind];
}
