import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import type { TermSecrets } from "../import/terms/term-secrets.server.ts";
import { loadAreas } from "./load-areas.server.ts";
import { type CellCodes, loadCells } from "./load-cells.server.ts";
import { loadCouncillors } from "./load-councillors.server.ts";
import { loadFigures } from "./load-figures.server.ts";
import { loadMembers } from "./load-members.server.ts";
import { referenceFile } from "./read-csv.ts";

/** Raised when a loader writes something else from the same files. */
const LOADER_VERSION = 4;
const FILES = [
  "councils.csv",
  "wards.csv",
  "constituencies.csv",
  "council-constituency.csv",
  "send-stats.csv",
  "petition-thresholds.csv",
  "mps.csv",
  "councillors.csv.gz",
];
const LOADED_EDITION = "reference_edition";

/**
 * Loads areas, representatives and the cells of a postcode file into the main database, once per edition
 * of the files; says whether there was anything to do. Stopped half-way, the next call does it again.
 */
export async function loadReference(
  db: Database,
  places: { edition: string; listCombos(): readonly CellCodes[] },
  secrets: TermSecrets,
): Promise<boolean> {
  const edition = referenceEdition(places.edition);
  const { facts } = db.tables;
  const [loaded] = await db.read.select().from(facts).where(eq(facts.name, LOADED_EDITION));
  if (loaded?.value === edition) return false;
  const combos = places.listCombos();
  await loadAreas(db);
  await loadFigures(db, combos);
  await loadMembers(db, secrets);
  await loadCouncillors(db, secrets);
  await loadCells(db, combos);
  await db.transaction("remember the reference edition", async (tx) => {
    await tx
      .insert(facts)
      .values({ name: LOADED_EDITION, value: edition })
      .onConflictDoUpdate({ target: facts.name, set: { value: edition } });
  });
  return true;
}

function referenceEdition(placesEdition: string): string {
  const hash = createHash("sha256").update(`loader ${LOADER_VERSION}\nplaces ${placesEdition}\n`);
  for (const name of FILES) {
    hash.update(readFileSync(referenceFile(name)));
  }
  return hash.digest("hex").slice(0, 12);
}
