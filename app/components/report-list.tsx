import type { ReactElement } from "react";
import { isUrgentReport, reportReasonWords } from "#app/domain/moderation/report.ts";
import type { ListedReport } from "#app/domain/moderation/reports.server.ts";
import { REPORT_TARGET_HOURS } from "#app/policy.ts";
import { Chip } from "./chip.tsx";
import { urgencyChip, waitedWords } from "./moderate-words.ts";

/** Reports that wait, each with its reason and how long it has waited. */
export function ReportList({
  reports,
  now,
}: {
  reports: readonly Pick<ListedReport, "publicId" | "reason" | "state" | "createdAt">[];
  now: number;
}): ReactElement {
  return (
    <ul className="moves plain-list">
      {reports.map(({ publicId, reason, state, createdAt }) => (
        <li key={publicId}>
          <a href={`/moderate/reports/${publicId}`}>{reportReasonWords(reason)}</a>
          <span className="detail">
            {isUrgentReport(reason) ? (
              <>
                <Chip words="Look at this first" tone="refused" />{" "}
              </>
            ) : null}
            {state === "held" ? (
              <>
                <Chip words="Held by a limit" tone="plain" />{" "}
              </>
            ) : null}
            <Chip {...urgencyChip(createdAt, REPORT_TARGET_HOURS, now)} /> It has waited{" "}
            {waitedWords(createdAt, now)}
          </span>
        </li>
      ))}
    </ul>
  );
}
