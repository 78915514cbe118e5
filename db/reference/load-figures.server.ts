import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { chunksOf, ROWS_PER_UNIT } from "./chunks.ts";
import { readInspectionRows, readPetitionRuleRows, readSendYearRows } from "./figure-rows.ts";
import { type ComboCodes, readOverlapRows } from "./overlap-rows.ts";

/**
 * Loads official figures, petition rules and overlaps of areas; the areas must be there. Figures are brought up
 * to date, overlaps written anew; a petition rule that is there is left alone: a moderator may have checked it.
 */
export async function loadFigures(db: Database, combos: readonly ComboCodes[]): Promise<void> {
  const { sendYears, sendInspections, petitionRules, areaOverlaps } = db.tables;
  for (const chunk of chunksOf(readSendYearRows(), ROWS_PER_UNIT)) {
    await db.transaction("load figures", async (tx) => {
      await tx
        .insert(sendYears)
        .values(chunk)
        .onConflictDoUpdate({ target: [sendYears.gssCode, sendYears.year], set: NEWER_YEAR });
    });
  }
  await db.transaction("load inspections and petition rules", async (tx) => {
    await tx
      .insert(sendInspections)
      .values(readInspectionRows())
      .onConflictDoUpdate({
        target: [sendInspections.gssCode, sendInspections.publishedOn],
        set: { outcome: newer("outcome"), reportUrl: newer("report_url"), source: newer("source") },
      });
    await tx.insert(petitionRules).values(readPetitionRuleRows()).onConflictDoNothing();
    await tx.delete(areaOverlaps);
  });
  for (const chunk of chunksOf(readOverlapRows(combos), ROWS_PER_UNIT)) {
    await db.transaction("load overlaps of areas", async (tx) => {
      await tx.insert(areaOverlaps).values(chunk).onConflictDoNothing();
    });
  }
}

const NEWER_YEAR = {
  plansIssued: newer("plans_issued"),
  plansInTime: newer("plans_in_time"),
  activePlans: newer("active_plans"),
  assessmentRequests: newer("assessment_requests"),
  requestsRefused: newer("requests_refused"),
  appeals: newer("appeals"),
  appealableDecisions: newer("appealable_decisions"),
  source: newer("source"),
};

function newer(column: string) {
  return sql.raw(`excluded.${column}`);
}
