import type { ReactElement } from "react";
import { stanceWords } from "#app/domain/response/response.ts";
import type { ReadResponse } from "#app/domain/response/waiting.server.ts";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, londonDay, londonTime } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { Notice } from "./notice.tsx";
import { RESPONSE_CHIPS } from "./response-chips.ts";
import { ResponseQuote } from "./response-quote.tsx";

interface ResponseFactsProps {
  response: Omit<ReadResponse, "groupId" | "campaignId">;
}

/** An answer for a moderator's eyes: who says that it is theirs, what it answers, what they answered before. */
export function ResponseFacts({ response }: ResponseFactsProps): ReactElement {
  const { state, reason, campaign, representative, areaName, term, addressDomain, isOfficial } = response;
  const { answers, writerName, writerRole, confirmedAt, settledAt, earlier, mode, receivedOn } = response;
  const isPosted = receivedOn !== "";
  const isTried = !representative.isInvented && (mode !== "live" || campaign.isDemonstration);
  return (
    <>
      {isTried ? (
        <Notice tone="problem" title="Written in a rehearsal">
          <p>{representative.name} was told nothing and has not answered. This cannot be published.</p>
        </Notice>
      ) : null}
      {isPosted ? (
        <Notice tone="waiting" title="Posted by the organiser">
          <p>
            They say that they received it on {calendarDay(receivedOn)}. {representative.name} has confirmed
            nothing here. Publish it only if you have reason to believe it.
          </p>
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
          ...(isPosted
            ? []
            : [
                {
                  term: "Confirmed from an address at",
                  value: `${addressDomain || "no domain"}${isOfficial ? ", the body’s own" : ", not the body’s own"}`,
                },
              ]),
          ...(confirmedAt === null || isPosted
            ? []
            : [{ term: "Confirmed", value: `${londonTime(confirmedAt)} on ${londonDay(confirmedAt)}` }]),
          ...(settledAt === null ? [] : [{ term: "Settled", value: londonDay(settledAt) }]),
          {
            term: kindWords(campaign.kind).One,
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
