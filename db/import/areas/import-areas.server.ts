import { type EndOutcome, endAreas } from "#app/domain/area/end-areas.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import type { Database, Reader } from "../../database.ts";
import { AREAS_CHANGED_ON } from "../../tables/area.ts";
import { ImportFault } from "../import-fault.ts";
import type { ImportOptions } from "../options.ts";
import { openTextFiles } from "../read/open-file.ts";
import { readTable } from "../read/read-table.ts";
import { recognise } from "../read/recognise.ts";
import { emptyReport, type ImportReport } from "../report.ts";
import { AREA_FORMATS, type Area } from "./area-columns.ts";
import { planAreas } from "./plan-areas.ts";
import { swapAreas } from "./swap-areas.server.ts";

/**
 * Brings councils, wards and divisions or constituencies up to a file. Areas that end are frozen and succeeded in the
 * unit that brings their successors; placing their signatures anew is its caller's next step.
 * @throws ImportFault
 */
export async function importAreas(
  db: Database,
  { path, isWhole }: { path: string; isWhole: boolean },
  { secrets, isDryRun, now }: Pick<ImportOptions, "secrets" | "isDryRun" | "now">,
): Promise<ImportReport> {
  const [file, ...others] = openTextFiles(path, [".csv", ".csv.gz"]);
  if (!file || others.length > 0)
    throw new ImportFault("Give one file: councils first, then wards, then constituencies.");
  const table = readTable(file, { isWhole });
  const format = recognise(table, AREA_FORMATS);
  const today = londonDay(now);
  const known = new Map((await db.read.select().from(db.tables.areas)).map((area) => [area.gssCode, area]));
  const plan = planAreas(table, format, known, { today, corrections: await listCorrections(db.read) });
  const report = emptyReport(format.title, table.rows.length);
  const { added, changed, unchanged, refused } = plan;
  if (!isDryRun && (plan.rows.length > 0 || plan.endings.length > 0))
    await swapAreas(db, plan.rows, {
      batch: secrets.newId(),
      now,
      async also(tx) {
        const outcomes = await endAreas(tx, plan.endings, now);
        for (const [gssCode, outcome] of outcomes) refuseUnless(gssCode, outcome);
        const { facts } = tx.tables;
        const value = today;
        await tx
          .insert(facts)
          .values({ name: AREAS_CHANGED_ON, value })
          .onConflictDoUpdate({ target: facts.name, set: { value } });
      },
    });
  const notes = plan.endings.map(
    ({ gssCode, endsOn, successors }) =>
      `${known.get(gssCode)?.name ?? gssCode} ended on ${endsOn}; ` +
      (successors.length > 0 ? `in its place: ${successors.join(", ")}.` : "nothing is named in its place."),
  );
  return { ...report, added, changed, ended: plan.endings.length, unchanged, refused, notes };
}

/** What admins have put right stays as they put it, whatever a file says. */
async function listCorrections(read: Reader): Promise<Map<string, Partial<Area>>> {
  const rows = await read.select().from(read.tables.areaCorrections);
  return new Map(
    rows.map(({ gssCode, name, homepageUrl, domain }) => [
      gssCode,
      { ...(name && { name }), ...(homepageUrl && { homepageUrl }), ...(domain && { domain }) },
    ]),
  );
}

function refuseUnless(gssCode: string, outcome: EndOutcome): void {
  if (outcome === "ended" || outcome === "already_ended") return;
  throw new ImportFault(`${gssCode} could not be ended: ${outcome.replace("_", " ")}.`);
}
