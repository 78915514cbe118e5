import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { stanceWords } from "#app/domain/response/response.ts";
import type { ShownAnswer } from "#app/domain/response/shown-answers.server.ts";
import { Chip } from "./chip.tsx";
import { calendarDay, londonDay } from "./format.ts";
import { PlainText } from "./plain-text.tsx";

interface ResponseListProps {
  answers: readonly ShownAnswer[];
  /** With which campaign each is about: where they stand beside a person or a place. */
  withCampaign?: boolean;
}

/** What was answered, each with who, for which place, when, and what they had answered before. */
export function ResponseList({ answers, withCampaign = false }: ResponseListProps): ReactElement {
  return (
    <ul className="answers plain-list">
      {answers.map((answer) => (
        <li key={answer.publicId} id={`answer-${answer.publicId}`}>
          <Answer {...{ answer, withCampaign }} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer, withCampaign }: { answer: ShownAnswer; withCampaign: boolean }): ReactElement {
  const { campaign, who, areaName, position, stance, words, writerName, writerRole, publishedAt } = answer;
  return (
    <>
      <p className="answer-head">
        <a href={`/representatives/${who.publicId}`}>{who.name}</a>{" "}
        {who.isInvented ? <Chip words="Invented person" /> : null}
        {answer.isOfficial ? <Chip words="From its official address" tone="ok" /> : null}
        <span className="detail">
          {{ mp: "MP for ", councillor: "Councillor for ", office: "" }[who.kind]}
          {areaName}
        </span>
      </p>
      {withCampaign ? (
        <p className="soft">
          {position > 0 ? `To ask ${position} of ` : "To "}
          <a href={publicCampaignPath(campaign)}>{campaign.title}</a>
        </p>
      ) : null}
      <blockquote>
        <p>
          <b>{stanceWords(stance)}</b>
        </p>
        <PlainText text={words} />
      </blockquote>
      <p className="detail">
        {[writerName, writerRole].filter((part) => part !== "").join(", ")}
        {writerName + writerRole === "" ? "" : " · "}
        {answer.receivedOn === ""
          ? londonDay(publishedAt)
          : `Posted by the organiser; received on ${calendarDay(answer.receivedOn)}`}
      </p>
      <Former former={answer.former} />
    </>
  );
}

function Former({ former }: Pick<ShownAnswer, "former">): ReactElement | null {
  if (former.length === 0) return null;
  return (
    <details>
      <summary>Answered differently before</summary>
      <ul className="plain-list">
        {former.map(({ publicId, stance, words, publishedAt, endedAt, isWithdrawn }) => (
          <li key={publicId}>
            <p className="detail">
              From {londonDay(publishedAt)} to {londonDay(endedAt)}
            </p>
            {isWithdrawn ? (
              <p>An answer that they took back.</p>
            ) : (
              <blockquote>
                <p>
                  <b>{stanceWords(stance)}</b>
                </p>
                <PlainText text={words} />
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
