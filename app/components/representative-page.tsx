import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type {
  RepresentativePage as Representative,
  TermOf,
  ToldBefore,
} from "#app/domain/representative/find-representative.server.ts";
import type { AnswersBeside } from "#app/domain/response/queries.server.ts";
import { areaHref } from "./area-links.ts";
import { calendarDay, figure, londonDay } from "./format.ts";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { ResponseBeside } from "./response-beside.tsx";
import { scoreRows, scoreWords } from "./told-scoreboard.ts";
import { ToldTable } from "./told-table.tsx";

interface RepresentativePageProps {
  publicId: string;
  representative: Representative;
  forwarding: "off" | "rehearsal" | "live";
  answered: AnswersBeside;
}

/** One person or office: whom they speak for, from where we know, what they have been told. Never their address. */
export function RepresentativePage(props: RepresentativePageProps): ReactElement {
  const { publicId, representative, forwarding, answered } = props;
  const { kind, name, isInvented, terms, told, toldBefore, sourceUrl } = representative;
  const [current] = terms.filter((term) => term.isRunning);
  const scores = { told, toldBefore, answers: answered.answers };
  const rows = scoreRows(scores);
  const score = scoreWords(scores, answered.quiet.count > 0);
  return (
    <>
      <PageHeading
        kicker={current === undefined ? "Former representative" : roleOf(kind, current)}
        title={name}
        lede={current === undefined ? undefined : partyOf(current)}
      />
      {isInvented ? (
        <Notice title="An invented person">
          <p>This councillor was made up for the demonstration. No such person speaks for the place.</p>
        </Notice>
      ) : null}
      <h2>Whom they speak for</h2>
      <ul>
        {terms.map((term) => (
          <li key={`${term.area.gssCode} ${term.startsOn}`}>
            <Term kind={kind} term={term} sourceUrl={sourceUrl} />
          </li>
        ))}
      </ul>
      <h2>What they have been told</h2>
      {score === "" ? null : <p className="lede">{score}</p>}
      <p>{standing(representative, current, forwarding)}</p>
      {rows.length === 0 ? null : (
        <ToldTable
          caption="Campaigns, how many of their constituents have signed each, and when they were last told"
          whoHeading="Campaign"
          fateHeading="What became of it"
          rows={rows}
        />
      )}
      <Before items={toldBefore} />
      <ResponseBeside heading="What they have answered" {...answered} />
      <p className="soft">
        Not having been told is not silence: nobody can answer what they have not been sent.{" "}
        <a href="/about#told">How we tell them</a>
      </p>
      <p>
        <a href={`/representatives/${publicId}/correct`}>This is wrong or out of date</a>
      </p>
    </>
  );
}

function Term({
  kind,
  term,
  sourceUrl,
}: {
  kind: Representative["kind"];
  term: TermOf;
  sourceUrl?: string;
}): ReactElement {
  const { area, parent, party, startsOn, endsOn, source, checkedOn } = term;
  const href = areaHref(area, parent);
  const role = { mp: "MP for", councillor: "Councillor for", office: "Office of" }[kind];
  return (
    <>
      {role} {href === undefined ? area.name : <a href={href}>{area.name}</a>}
      {parent === undefined ? "" : `, ${parent.name}`}
      {party === "" ? "" : ` · ${party}`}
      {startsOn === "" ? "" : `, since ${calendarDay(startsOn)}`}
      {endsOn === "" ? "" : `, until ${calendarDay(endsOn)}`}.{" "}
      <span className="soft">
        Source: {sourceUrl === undefined ? source : <a href={sourceUrl}>{source}</a>}, checked{" "}
        {calendarDay(checkedOn)}.
      </span>
    </>
  );
}

function Before({ items }: { items: readonly ToldBefore[] }): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <>
      <h3>Before</h3>
      <ul>
        {items.map((item) => (
          <li key={`${item.campaignSlug} ${item.areaName}`}>
            <a href={publicCampaignPath({ kind: item.campaignKind, slug: item.campaignSlug })}>
              {item.campaignTitle}
            </a>
            : {figure(item.tally)} in {item.areaName}
            {item.toldAt === undefined ? "" : `, last told on ${londonDay(item.toldAt)}`}.
          </li>
        ))}
      </ul>
    </>
  );
}

function roleOf(kind: Representative["kind"], { area, parent }: TermOf): string {
  if (kind === "mp") return `MP for ${area.name}`;
  if (kind === "office") return `Office of ${area.name}`;
  return `Councillor for ${area.name}${parent === undefined ? "" : `, ${parent.name}`}`;
}

function partyOf({ party, startsOn }: TermOf): string {
  return [party, startsOn === "" ? "" : `since ${calendarDay(startsOn)}`].filter(Boolean).join(", ");
}

const NOTHING_YET =
  "There is nothing to tell them yet: that begins once five people of their area have signed a campaign.";

function standing(
  { told, toldBefore, isInvented }: Representative,
  current: TermOf | undefined,
  forwarding: RepresentativePageProps["forwarding"],
): string {
  if (current === undefined) return "They no longer speak for a place, and are not written to.";
  if (!current.hasAddress)
    return "We have no address for them. They have not been told, and cannot have answered.";
  const isNothing = told.length + toldBefore.length === 0;
  const wouldBe = isNothing ? NOTHING_YET : "This is what they would be told.";
  if (forwarding === "off") return `This site writes to nobody at present. ${wouldBe}`;
  if (forwarding === "rehearsal" && !isInvented)
    return `This site is rehearsing and has told no real person anything. ${wouldBe}`;
  if (isNothing) return "Nothing yet. They are told once five people of their area have signed a campaign.";
  return "Each number is of people who signed in their own area. The same numbers stand in the messages.";
}
