import type { Database } from "../database.ts";
import { importMembers } from "../import/mps/import-members.server.ts";
import { readMemberFile } from "../import/mps/member-rows.ts";
import { listCurrentTerms } from "../import/terms/current-terms.server.ts";
import type { TermSecrets } from "../import/terms/term-secrets.server.ts";
import { referenceFile } from "./read-csv.ts";

/** The day the shipped file speaks of. */
const CHECKED_ON = "2026-08-20";

/**
 * Loads the shipped Members of Parliament as an import would, each with the term of their seat and the address that
 * they publish; leaves everything as it is where a newer list has been imported since.
 */
export async function loadMembers(db: Database, secrets: TermSecrets): Promise<void> {
  const known = await listCurrentTerms(db.read, "mp");
  if (known.some(({ term }) => term.checkedOn > CHECKED_ON)) return;
  const report = await importMembers(db, readMemberFile(referenceFile("mps.csv"), { isWhole: false }), {
    secrets,
    checkedOn: CHECKED_ON,
    isDryRun: false,
    isPartial: false,
    now: Date.parse(CHECKED_ON),
  });
  const [refused] = report.refused;
  if (refused) throw new Error(`mps.csv, ${refused.row}: ${refused.reason}`);
}
