import type { ReactElement } from "react";
import type { Mark } from "#app/domain/story/mark.ts";
import type { StatementKind, StatementState } from "#db/tables/story.ts";
import { Button, ButtonLink } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { londonDay } from "./format.ts";
import { PageHeading } from "./page-heading.tsx";
import { PlainText } from "./plain-text.tsx";
import { StoryMarks } from "./story-marks.tsx";
import { StatementWarning } from "./story-statement-warning.tsx";
import { STATEMENT_CHIPS, STATEMENT_KIND_WORDS } from "./story-statement-words.ts";

export interface ManagedStatement {
  kind: StatementKind;
  state: StatementState;
  words: string;
  marks: readonly Mark[];
  /** The same in the role and the organisation together. */
  whoMarks: readonly Mark[];
  name: string;
  role: string;
  organisation: string;
  /** What it is about; without a path once that has gone. */
  about: { title: string; path: string; replyPath: string; isStory: boolean };
  /** Why it was declined or taken down, and what a moderator wrote; else blank. */
  reason: string;
  note: string;
  wasShown: boolean;
  dueAt: number | null;
  isLate: boolean;
}

/** A reply for whoever wrote it: confirm it, see where it stands, take it back. */
export function StoryStatementManage({ statement }: { statement: ManagedStatement }): ReactElement {
  const { kind, state, words, marks, whoMarks, name, role, organisation, about, reason, note } = statement;
  const isMarked = state === "unconfirmed" && marks.length + whoMarks.length > 0;
  const { title, lede } = sayState(statement);
  return (
    <div className="start">
      <PageHeading
        kicker={
          <>
            <Chip {...STATEMENT_CHIPS[state]} /> {STATEMENT_KIND_WORDS[kind]}:{" "}
            {about.path === "" ? about.title : <a href={about.path}>{about.title}</a>}
          </>
        }
        title={title}
        lede={lede}
      />
      {reason === "" ? null : (
        <p>
          <b>Why:</b> {reason}
        </p>
      )}
      <PlainText text={note} />
      {words === "" ? null : isMarked ? (
        <>
          <StatementWarning />
          <p>
            A computer has marked what could lead to a child. If any of it does, delete this and write it
            again without it.
          </p>
          <StoryMarks text={words} marks={marks} name="words" />
          <StoryMarks text={`${role}, ${organisation}`} marks={whoMarks} name="who" />
        </>
      ) : (
        <div className="notice answer">
          <PlainText text={words} />
        </div>
      )}
      {words === "" ? null : (
        <p className="soft">
          {name} (not shown), {role}, {organisation}
        </p>
      )}
      <StatementActs {...{ statement }} />
    </div>
  );
}

function StatementActs({ statement }: { statement: ManagedStatement }): ReactElement | null {
  const { state, about } = statement;
  switch (state) {
    case "unconfirmed":
      return (
        <form method="post" className="row">
          <Button name="intent" value="confirm">
            Yes, send it to a moderator
          </Button>
          <Button tone="quiet" name="intent" value="withdraw">
            No, delete it
          </Button>
        </form>
      );
    case "waiting":
    case "published":
      return (
        <form method="post">
          <p>You can take it back at once. Nobody has to agree, and we delete what it said.</p>
          <Button tone="quiet" name="intent" value="withdraw">
            Take it back
          </Button>
        </form>
      );
    case "accepted":
    case "declined":
    case "withdrawn":
      return about.path === "" ? null : (
        <p>
          <ButtonLink tone="quiet" href={about.replyPath}>
            Write another reply
          </ButtonLink>
        </p>
      );
  }
}

function sayState({ state, kind, about, wasShown, dueAt, isLate }: ManagedStatement): {
  title: string;
  lede: string;
} {
  switch (state) {
    case "unconfirmed":
      return {
        title: "Is this yours?",
        lede: "Nobody has read it yet. If you did not write it, delete it or close this page.",
      };
    case "waiting": {
      // What is due at midnight is due on the day that it ends.
      const day = dueAt === null ? "soon" : `by ${londonDay(dueAt - 1)}`;
      return {
        title: "A moderator reads it next",
        lede: isLate ? `We said ${day}. It is late, and stands at the top of our list.` : `We answer ${day}.`,
      };
    }
    case "published":
      return { title: "Your statement is shown", lede: "Everybody can read it there." };
    case "accepted":
      return {
        title: "Your correction was accepted",
        lede: about.isStory
          ? "The author of the story is offered another wording. It is their story: nobody changes it without their yes."
          : "We put right what we say there ourselves. What a family told is changed by nobody but its author.",
      };
    case "declined":
      return wasShown
        ? { title: "Your statement was taken down", lede: "It is not shown any more." }
        : {
            title: kind === "statement" ? "Your statement is not shown" : "Nothing was changed",
            lede: "A moderator has read it and decided against it.",
          };
    case "withdrawn":
      return about.path === ""
        ? { title: "The story has gone", lede: "It is not shown any more, and what you wrote went with it." }
        : { title: "You have taken it back", lede: "We have deleted what it said." };
  }
}
