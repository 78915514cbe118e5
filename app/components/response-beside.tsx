import type { ReactElement } from "react";
import type { QuietAnswers } from "#app/domain/response/queries.server.ts";
import type { ShownAnswer } from "#app/domain/response/shown-answers.server.ts";
import { ReportLink } from "./report-link.tsx";
import { ResponseList } from "./response-list.tsx";
import { ResponseQuietNotice } from "./response-quiet-notice.tsx";

interface ResponseBesideProps {
  /** "What they have answered" */
  heading: string;
  answers: readonly ShownAnswer[];
  quiet: QuietAnswers;
}

/** Answers on the page of a person or a place; nothing where there are none, for silence proves nothing. */
export function ResponseBeside({ heading, answers, quiet }: ResponseBesideProps): ReactElement | null {
  if (answers.length + quiet.count === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ResponseQuietNotice quiet={quiet} />
      {answers.length === 0 ? null : (
        <>
          <ResponseList answers={answers} withCampaign />
          <p>
            <ReportLink words="Report an answer" />
          </p>
        </>
      )}
    </>
  );
}
