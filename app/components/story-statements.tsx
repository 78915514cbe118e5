import type { ReactElement } from "react";
import type { ShownStatement } from "#app/domain/story/shown-statements.server.ts";
import { londonDay } from "./format.ts";
import { PlainText } from "./plain-text.tsx";

interface StoryStatementsProps {
  statements: readonly ShownStatement[];
  /** Where a reply is written: "/stories/x/reply". */
  replyPath: string;
  /** "this story" */
  about: string;
}

/** What those who must answer for it say beside what families tell, and the way to reply. */
export function StoryStatements({ statements, replyPath, about }: StoryStatementsProps): ReactElement {
  return (
    <section className="statements" aria-label={`Replies to ${about}`}>
      {statements.length === 0 ? null : (
        <>
          <h2>{statements.length === 1 ? "A statement on this" : "Statements on this"}</h2>
          <ul className="answers plain-list">
            {statements.map(({ publicId, words, role, organisation, isOfficial, publishedAt }) => (
              <li key={publicId} id={`statement-${publicId}`}>
                <p className="answer-head">
                  <b>{organisation}</b>
                  <span className="detail">{role}</span>
                </p>
                <blockquote>
                  <PlainText text={words} />
                </blockquote>
                <p className="detail">
                  {londonDay(publishedAt)}
                  {isOfficial ? " · Confirmed from an address of the council" : ""}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">
        Do you work for the council, or for a school or service that this is about?{" "}
        <a href={replyPath}>Reply to this</a>.
      </p>
    </section>
  );
}
