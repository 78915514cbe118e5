import type { Database } from "../database.ts";
import { importCouncillors } from "../import/councillors/import-councillors.server.ts";
import { readCouncillorFile } from "../import/councillors/read-councillors.ts";
import { listCurrentTerms } from "../import/terms/current-terms.server.ts";
import type { TermSecrets } from "../import/terms/term-secrets.server.ts";
import { referenceFile } from "./read-csv.ts";

/** The day the shipped file speaks of. */
const CHECKED_ON = "2025-09-02";

/**
 * Loads the shipped councillors (Trafford's, who are published openly) as an import would; leaves everything as it is
 * where a newer list of the same council has been imported since.
 */
export async function loadCouncillors(db: Database, secrets: TermSecrets): Promise<void> {
  const file = readCouncillorFile(referenceFile("councillors.csv.gz"), { isWhole: false });
  const wards = new Set(file.rows.map((row) => row.wardGss));
  const known = (await listCurrentTerms(db.read, "councillor")).filter(({ term }) => wards.has(term.gssCode));
  if (known.some(({ term }) => term.checkedOn > CHECKED_ON)) return;
  await importCouncillors(db, file, {
    secrets,
    checkedOn: CHECKED_ON,
    isDryRun: false,
    isPartial: false,
    isFewer: false,
    council: "",
    now: Date.parse(CHECKED_ON),
  });
}
