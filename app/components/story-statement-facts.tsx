import type { ReactElement } from "react";
import type { Mark } from "#app/domain/story/mark.ts";
import type { ReadStatement } from "#app/domain/story/statement-queries.server.ts";
import { Chip } from "./chip.tsx";
import { deadlineWords } from "./complaint-words.ts";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay } from "./format.ts";
import { Notice } from "./notice.tsx";
import { StoryMarks } from "./story-marks.tsx";
import { STATEMENT_CHIPS, STATEMENT_KIND_WORDS } from "./story-statement-words.ts";

/** What moderators read of a reply. */
export type ReviewedStatement = Pick<
  ReadStatement,
  | "kind"
  | "state"
  | "words"
  | "name"
  | "role"
  | "organisation"
  | "isOfficial"
  | "note"
  | "about"
  | "confirmedAt"
  | "dueAt"
  | "settledAt"
> & { marks: readonly Mark[]; whoMarks: readonly Mark[]; reason: string; domain: string };

interface StoryStatementFactsProps {
  statement: ReviewedStatement;
  now: number;
}

/** A reply for a moderator's eyes: the words with their marks, who says them, about what, until when. */
export function StoryStatementFacts({ statement, now }: StoryStatementFactsProps): ReactElement {
  const { kind, state, words, marks, whoMarks, name, role, organisation, isOfficial, domain } = statement;
  const { reason, note, confirmedAt, dueAt, settledAt } = statement;
  return (
    <>
      <Notice tone="waiting" title="Read it as a stranger would">
        <p>
          Could anybody learn from it which child this is? It must not say or show that the family is known to
          them, add to what is told, or answer for the child. Beside a single story, a school’s name alone
          gives the child away. If in doubt, decline it and say what to leave out.
        </p>
      </Notice>
      {words === "" ? (
        <p>Its words are deleted.</p>
      ) : (
        <>
          <StoryMarks text={words} marks={marks} name="words" />
          <h2>As whom</h2>
          <StoryMarks text={`${role}, ${organisation}`} marks={whoMarks} name="who" />
        </>
      )}
      <DefinitionList
        rows={[
          { term: "What it is", value: STATEMENT_KIND_WORDS[kind] },
          {
            term: "Stands",
            value: (
              <>
                <Chip {...STATEMENT_CHIPS[state]} />{" "}
                {state === "waiting" && dueAt !== null ? (
                  <>
                    Answer by {deadlineWords(dueAt)}{" "}
                    {dueAt <= now ? <Chip words="Overdue" tone="refused" /> : null}
                  </>
                ) : null}
              </>
            ),
          },
          ...(reason === "" ? [] : [{ term: "Why", value: reason }]),
          ...(note === "" ? [] : [{ term: "Note", value: <span className="mail-text">{note}</span> }]),
          { term: "About", value: <About about={statement.about} /> },
          { term: "Who writes", value: [name, role, organisation].filter((part) => part !== "").join(", ") },
          {
            term: "Confirmed from an address at",
            value: `${domain || "no domain"}${isOfficial ? ", the council’s own" : ", not the council’s own"}`,
          },
          ...(confirmedAt === null ? [] : [{ term: "Confirmed", value: londonDay(confirmedAt) }]),
          ...(settledAt === null ? [] : [{ term: "Settled", value: londonDay(settledAt) }]),
        ]}
      />
    </>
  );
}

function About({ about: { council, story } }: Pick<ReviewedStatement, "about">): ReactElement {
  if (story === undefined)
    return <a href={`/councils/${council.slug}/stories`}>What families say of {council.name}</a>;
  return (
    <>
      <a href={`/moderate/stories/${story.publicId}`}>{story.title || "A story that is not shown"}</a>,{" "}
      {council.shortName}
      {story.state === "published" ? (
        <>
          {" "}
          (<a href={`/stories/${story.publicId}`}>as readers see it</a>)
        </>
      ) : null}
    </>
  );
}
