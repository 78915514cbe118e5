import type { ReactElement } from "react";
import type { ResponseState, Stance } from "#db/tables/response.ts";
import { Button, ButtonLink } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { ResponseQuote } from "./response-quote.tsx";

interface ResponseManageProps {
  answer: {
    token: string;
    state: ResponseState;
    answers: { position: number; ask: string; stance: Stance; words: string }[];
    writerName: string;
    writerRole: string;
    /** Why it was declined; else blank. */
    reason: string;
    name: string;
    representativeHref: string;
    areaName: string;
    title: string;
    path: string;
    mayAnswerAgain: boolean;
    isOnlyTried: boolean;
  };
}

/** An answer, for whoever reads the address on record: confirm it, see where it stands, change it, take it down. */
export function ResponseManage({ answer }: ResponseManageProps): ReactElement {
  const { token, state, answers, writerName, writerRole, name, areaName, title, path } = answer;
  const isGone = state === "withdrawn";
  return (
    <>
      <PageHeading
        kicker={<a href={path}>{title}</a>}
        title={TITLES[state]}
        lede={LEDES[state](`${name}, ${areaName}`)}
      />
      {answer.isOnlyTried ? (
        <Notice tone="waiting" title="A rehearsal">
          <p>Nothing that is written in a rehearsal is published of real people.</p>
        </Notice>
      ) : null}
      {answer.reason === "" ? null : (
        <p>
          <b>Why:</b> {answer.reason}.
        </p>
      )}
      {isGone ? null : <ResponseQuote {...{ answers, writerName, writerRole }} />}
      {state === "unconfirmed" ? (
        <form method="post" className="row">
          <Button name="intent" value="confirm">
            Yes, this is our answer
          </Button>
          <Button tone="quiet" name="intent" value="withdraw">
            No, delete it
          </Button>
        </form>
      ) : null}
      {state === "published" ? (
        <p>
          It stands <a href={path}>on its page</a> and on{" "}
          <a href={answer.representativeHref}>the page of {name}</a>.
        </p>
      ) : null}
      {answer.mayAnswerAgain && state !== "unconfirmed" ? (
        <p>
          <ButtonLink tone="quiet" href={`/answer/${token}`}>
            {state === "published" ? "Answer differently" : "Write another answer"}
          </ButtonLink>
        </p>
      ) : null}
      {state === "waiting" || state === "published" ? (
        <form method="post">
          <p>You can take it down at once. Nobody has to agree, and it cannot be brought back.</p>
          <Button tone="quiet" name="intent" value="withdraw">
            Take it down
          </Button>
        </form>
      ) : null}
    </>
  );
}

const TITLES: Record<ResponseState, string> = {
  unconfirmed: "Is this your answer?",
  waiting: "Thank you. A moderator reads it next",
  published: "Your answer is public",
  declined: "Your answer was not published",
  withdrawn: "This answer has been taken back",
  replaced: "A newer answer has taken its place",
};

const LEDES: Record<ResponseState, (who: string) => string> = {
  unconfirmed: (who) =>
    `Somebody wrote it in the name of ${who}. It is not public. This is what would appear:`,
  waiting: () => "That takes two days at most. Then it appears, and you get a mail.",
  published: () => "Everybody can read it.",
  declined: () => "A moderator has read it and decided against it.",
  withdrawn: () => "What it said has been deleted.",
  replaced: () => "This is what you answered before.",
};
