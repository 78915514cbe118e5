import type { ReactElement } from "react";
import { stanceWords } from "#app/domain/response/response.ts";
import type { ReadResponse } from "#app/domain/response/waiting.server.ts";
import type { ResponseState } from "#db/tables/response.ts";
import { Chip, type ChipTone } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, londonDay, londonTime } from "./format.ts";
import { Notice } from "./notice.tsx";
import { ResponseQuote } from "./response-quote.tsx";

/** What has become of an answer, as moderators see it. */
const RESPONSE_CHIPS: Record<ResponseState, { words: string; tone: ChipTone }> = {
  unconfirmed: { words: "Not confirmed", tone: "plain" },
  waiting: { words: "Waits", tone: "waiting" },
  published: { words: "Public", tone: "ok" },
  declined: { words: "Declined", tone: "plain" },
  withdrawn: { words: "Taken back", tone: "plain" },
  replaced: { words: "Replaced", tone: "plain" },
};

interface ResponseFactsProps {
  response: Omit<ReadResponse, "groupId" | "campaignId">;
}

/** An answer for a moderator's eyes: who says that it is theirs, what it answers, what they answered before. */
export function ResponseFacts({ response }: ResponseFactsProps): ReactElement {
  const { state, reason, campaign, representative, areaName, term, addressDomain, isOfficial } = response;
  const { answers, writerName, writerRole, confirmedAt, settledAt, earlier, mode } = response;
  const isTried = !representative.isInvented && (mode !== "live" || campaign.isDemonstration);
  return (
    <>
      {isTried ? (
        <Notice tone="problem" title="Written in a rehearsal">
          <p>{representative.name} was told nothing and has not answered. This cannot be published.</p>
        </Notice>
      ) : null}
      <ResponseQuote {...{ answers, writerName, writerRole }} />
      <DefinitionList
        rows={[
          { term: "Stands", value: <Chip {...RESPONSE_CHIPS[state]} /> },
          ...(reason === "" ? [] : [{ term: "Declined because", value: reason }]),
          {
            term: "Who answers",
            value: (
              <>
                <a href={`/representatives/${representative.publicId}`}>{representative.name}</a>
                {representative.isInvented ? " (an invented person)" : ""}
              </>
            ),
          },
          { term: "Speaks for", value: `${areaName}, ${termWords(term)}` },
          {
            term: "Confirmed from an address at",
            value: `${addressDomain || "no domain"}${isOfficial ? ", the body’s own" : ", not the body’s own"}`,
          },
          ...(confirmedAt === null
            ? []
            : [{ term: "Confirmed", value: `${londonTime(confirmedAt)} on ${londonDay(confirmedAt)}` }]),
          ...(settledAt === null ? [] : [{ term: "Settled", value: londonDay(settledAt) }]),
          {
            term: "Petition",
            value: (
              <>
                <a href={`/p/${campaign.number}`}>{campaign.title}</a>,{" "}
                <a href={`/moderate/campaigns/${campaign.number}`}>its history</a>
              </>
            ),
          },
        ]}
      />
      {earlier.length === 0 ? null : (
        <>
          <h2>What they answered before</h2>
          <ul className="moves plain-list">
            {earlier.map((one) => (
              <li key={one.publicId}>
                <b>{stanceWords(one.stance)}</b> <Chip {...RESPONSE_CHIPS[one.state]} />
                {one.words === "" ? null : <p className="mail-text">{one.words}</p>}
                <span className="detail">Written on {londonDay(one.createdAt)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function termWords({ startsOn, endsOn }: ReadResponse["term"]): string {
  const since = startsOn === "" ? "since a day we do not know" : `since ${calendarDay(startsOn)}`;
  return endsOn === "" ? since : `${since}, until ${calendarDay(endsOn)}`;
}
