import type { Tables } from "../schema.ts";
import type { InspectionOutcome } from "../tables/figure.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";

type SendYearRow = Tables["sendYears"]["$inferInsert"];
type InspectionRow = Tables["sendInspections"]["$inferInsert"];
type PetitionRuleRow = Tables["petitionRules"]["$inferInsert"];

const PLANS_SOURCE = "Department for Education, Education, health and care plans, 2025 release";
const INSPECTIONS_SOURCE = "Ofsted and the Care Quality Commission, reports published by 29 June 2026";

/** Years for which the file has anything; January 2025 has numbers of plans alone. */
const YEARS = [2022, 2023, 2024, 2025] as const;

const OUTCOMES: Record<string, InspectionOutcome> = { "1": "positive", "2": "inconsistent", "3": "failings" };

/** The yearly figures of every English council that runs education. */
export function readSendYearRows(): SendYearRow[] {
  const rows = readCsv("send-stats.csv", [
    "gss_code",
    "ehc_plans_issued_2024",
    "issued_within_20_weeks_2024",
    "active_ehc_plans_jan_2025",
    "assessment_requests_2024",
    "requests_refused_assessment_2024",
    "tribunal_appeals_2024",
    "appealable_decisions_2024",
  ]);
  return rows.flatMap((row) =>
    YEARS.map((year) => ({
      gssCode: row("gss_code"),
      year,
      plansIssued: wholeNumber(row, `ehc_plans_issued_${year}`),
      plansInTime: wholeNumber(row, `issued_within_20_weeks_${year}`),
      activePlans: wholeNumber(row, `active_ehc_plans_jan_${year}`),
      assessmentRequests: wholeNumber(row, `assessment_requests_${year}`),
      requestsRefused: wholeNumber(row, `requests_refused_assessment_${year}`),
      appeals: wholeNumber(row, `tribunal_appeals_${year}`),
      appealableDecisions: wholeNumber(row, `appealable_decisions_${year}`),
      source: PLANS_SOURCE,
    })),
  );
}

/** The inspections of areas whose report has been published. */
export function readInspectionRows(): InspectionRow[] {
  return readCsv("send-stats.csv", ["gss_code", "area_send_outcome", "area_send_published"])
    .filter((row) => row("area_send_published") !== "")
    .map((row) => ({
      gssCode: row("gss_code"),
      publishedOn: row("area_send_published"),
      outcome: OUTCOMES[row("area_send_outcome")] ?? "",
      reportUrl: row("area_send_report_url"),
      source: INSPECTIONS_SOURCE,
    }));
}

/** Councils' rules for petitions as their pages were read, none of them checked by a moderator. */
export function readPetitionRuleRows(): PetitionRuleRow[] {
  return readCsv("petition-thresholds.csv", ["council_gss", "debate_threshold", "source_url"]).map((row) => ({
    gssCode: row("council_gss"),
    minSignatures: wholeNumber(row, "min_signatures"),
    debateThreshold: wholeNumber(row, "debate_threshold"),
    officerThreshold: wholeNumber(row, "officer_evidence_threshold"),
    note: row("note"),
    sourceUrl: row("source_url"),
    checkedOn: "",
  }));
}

function wholeNumber(row: CsvRow, column: string): number | null {
  const text = row(column);
  return /^\d+$/.test(text) ? Number(text) : null;
}
