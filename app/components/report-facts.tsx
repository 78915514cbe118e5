import type { ReactElement } from "react";
import { reportOutcomeWords } from "#app/domain/moderation/report.ts";
import type { ReadReport } from "#app/domain/moderation/reports.server.ts";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay, londonTime } from "./format.ts";

/** What somebody reported, for a moderator's eyes, and where to do something about it. */
export function ReportFacts({
  report,
}: {
  report: Pick<
    ReadReport,
    "page" | "campaign" | "words" | "createdAt" | "wantsAnswer" | "state" | "outcome" | "settledAt"
  >;
}): ReactElement {
  const { page, campaign, words, createdAt, wantsAnswer, state, outcome, settledAt } = report;
  const story = /^\/stories\/(?!new$|compare$|tell$)([\w-]+)$/.exec(page)?.[1];
  const said = words === "" ? "Nothing more" : <span className="mail-text">{words}</span>;
  return (
    <DefinitionList
      rows={[
        { term: "Page", value: <a href={page}>{page}</a> },
        ...(campaign
          ? [
              {
                term: "Campaign",
                value: (
                  <a href={`/moderate/campaigns/${campaign.number}`}>{campaign.title}: look, hide, history</a>
                ),
              },
            ]
          : []),
        ...(story === undefined
          ? []
          : [
              {
                term: "Story",
                value: <a href={`/moderate/stories/${story}`}>Look at it, take it down, history</a>,
              },
            ]),
        { term: "In their words", value: said },
        { term: "Came in", value: `${londonTime(createdAt)} on ${londonDay(createdAt)}` },
        ...(settledAt === null
          ? [{ term: "Wants to hear", value: wantsAnswer ? "Yes: a mail goes when this is settled" : "No" }]
          : [
              {
                term: state === "upheld" ? "It was right" : "It was dismissed",
                value: `${reportOutcomeWords(outcome)}, on ${londonDay(settledAt)}`,
              },
            ]),
      ]}
    />
  );
}
