import type { ReactElement } from "react";
import type { CampaignAnswers } from "#app/domain/response/queries.server.ts";
import type { Stance } from "#db/tables/response.ts";
import { figure } from "./format.ts";
import { ReportLink } from "./report-link.tsx";
import { ResponseList } from "./response-list.tsx";
import { ResponseQuietNotice } from "./response-quiet-notice.tsx";

interface ResponseSectionProps {
  answers: Omit<CampaignAnswers, "toAsks">;
  /** The page with all of them. */
  href: string;
}

/** What those who were told have answered to a campaign. Nothing is said of who has not. */
export function ResponseSection({ answers, href }: ResponseSectionProps): ReactElement | null {
  const { count, quiet, stances } = answers;
  if (count + quiet.count === 0) return null;
  return (
    <>
      <h2 id="answers">What they answered</h2>
      <ResponseQuietNotice quiet={quiet} />
      {count === 0 ? null : (
        <>
          <p>{stanceCounts(stances)}</p>
          <ResponseList answers={answers.answers} />
          <p className="row">
            {count > answers.answers.length ? <a href={href}>All {figure(count)} answers</a> : null}
            <ReportLink words="Report an answer" />
          </p>
        </>
      )}
    </>
  );
}

/** How many gave each answer: "3 support this, 1 will raise it." */
export function stanceCounts(stances: CampaignAnswers["stances"]): string {
  const words = stances.map(
    ({ stance, count }) => `${figure(count)} ${COUNTED[stance][count === 1 ? 0 : 1]}`,
  );
  return `${words.join(", ")}.`;
}

const COUNTED: Record<Stance, readonly [one: string, many: string]> = {
  support: ["supports this", "support this"],
  raise: ["will raise it", "will raise it"],
  oppose: ["does not support this", "do not support this"],
  contact: ["asks people to contact their office", "ask people to contact their office"],
  statement: ["answered in their own words", "answered in their own words"],
};
