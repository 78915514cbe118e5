import type { ReactElement, ReactNode } from "react";
import type { SittingRepresentative } from "#app/domain/representative/queries.server.ts";
import type { AnswersBeside } from "#app/domain/response/queries.server.ts";
import { AreaCampaigns } from "./area-campaigns.tsx";
import { AreaEnded } from "./area-ended.tsx";
import { AreaLinks, type IndexEntry } from "./area-index.tsx";
import { AreaTold } from "./area-told-table.tsx";
import { PageHeading } from "./page-heading.tsx";
import { RepresentativeList } from "./representative-list.tsx";
import { ResponseBeside } from "./response-beside.tsx";
import type { ToldRow } from "./told-table.tsx";

export interface PartView {
  gssCode: string;
  name: string;
  /** "Ward of Worcester City Council" */
  kicker: ReactNode;
  lede: string;
  ended?: Omit<Parameters<typeof AreaEnded>[0], "name">;
  representatives: SittingRepresentative[];
  /** Said where nobody is known. */
  nobody: string;
  /** Where anybody may tell us who it is. */
  correctHref?: string;
  campaigns: Parameters<typeof AreaCampaigns>[0]["campaigns"];
  told: ToldRow[];
  answered: AnswersBeside;
  /** Other areas that share its ground, each list under its own heading. */
  around: { heading: string; note?: string; entries: IndexEntry[] }[];
}

/** The page of a ward, a division or a constituency. */
export function PartPage(view: PartView): ReactElement {
  const {
    gssCode,
    name,
    kicker,
    lede,
    ended,
    representatives,
    nobody,
    correctHref,
    campaigns,
    told,
    answered,
    around,
  } = view;
  return (
    <>
      <PageHeading kicker={kicker} title={name} lede={lede} />
      {ended === undefined ? null : <AreaEnded name={name} {...ended} />}
      <h2>Who speaks for people here</h2>
      {representatives.length === 0 ? (
        <>
          <p>{nobody}</p>
          {correctHref === undefined ? null : (
            <p>
              <a href={correctHref}>Tell us who it is</a>
            </p>
          )}
        </>
      ) : (
        <RepresentativeList
          representatives={representatives}
          areas={new Map([[gssCode, { name }]])}
          isDetailed
        />
      )}
      <h2>Signed here</h2>
      <AreaCampaigns place={name} campaigns={campaigns} />
      {told.length === 0 ? null : (
        <>
          <h2>What they have been told</h2>
          <AreaTold
            heading="Campaign by campaign"
            caption="How many of their constituents have signed each campaign, and when they were last told"
            rows={told}
            count={told.length}
          />
        </>
      )}
      <ResponseBeside heading="What they have answered" {...answered} />
      {around
        .filter(({ entries }) => entries.length > 0)
        .map(({ heading, note, entries }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {note === undefined ? null : <p>{note}</p>}
            <AreaLinks entries={entries} />
          </section>
        ))}
      <p>
        <a href="/areas">Who speaks for you? Ask by postcode</a>
      </p>
      <p className="soft small">
        Names and borders: Office for National Statistics, 2025. <a href="/about/data">All sources</a>
      </p>
    </>
  );
}
