import { listEndings } from "#app/domain/area/list-endings.server.ts";
import { openPlaces } from "#app/domain/place/places.server.ts";
import { placesAfter } from "#app/domain/place/places-after.ts";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import type { Site } from "#app/domain/site.ts";
import { londonDay } from "#app/domain/time/london.ts";
import type { Settings } from "#app/env.server.ts";
import { placeSignatures } from "#app/prepare/place-signatures.server.ts";
import { placesFolder, postcodeFile } from "#app/prepare/postcodes.server.ts";
import { makeProgress } from "#app/prepare/progress.ts";
import type { Database } from "../database.ts";
import { importAreas } from "../import/areas/import-areas.server.ts";
import { importCouncillors } from "../import/councillors/import-councillors.server.ts";
import { readCouncillorFile } from "../import/councillors/read-councillors.ts";
import { importMembers } from "../import/mps/import-members.server.ts";
import { readMemberFile } from "../import/mps/member-rows.ts";
import { importPostcodes } from "../import/postcodes/import-postcodes.server.ts";
import type { ImportReport } from "../import/report.ts";
import { termSecrets } from "../import/terms/term-secrets.server.ts";
import { loadCells } from "../reference/load-cells.server.ts";

/** What was asked of the import command. */
export interface Asked {
  kind: "mps" | "councillors" | "postcodes" | "areas";
  path: string;
  isDryRun: boolean;
  isPartial: boolean;
  isFewer: boolean;
  isWhole: boolean;
  takesNorthernIreland: boolean;
  council: string;
}

/** What an import works on. */
export interface Surroundings {
  db: Database;
  keyring: Keyring;
  settings: Settings;
  say(line: string): void;
}

type Dated = Asked & { checkedOn: string; now: number };

/** Runs the import that was asked for, and what follows from it. @throws ImportFault */
export async function runImport(asked: Dated, given: Surroundings): Promise<ImportReport> {
  const { db, keyring } = given;
  const options = { ...asked, secrets: termSecrets(keyring) };
  switch (asked.kind) {
    case "mps":
      return importMembers(db, readMemberFile(asked.path, asked), options);
    case "councillors":
      return importCouncillors(db, readCouncillorFile(asked.path, asked), options);
    case "areas": {
      const report = await importAreas(db, asked, options);
      if (asked.isDryRun || report.ended === 0) return report;
      const file = await postcodeFile(given.settings.dataDir, process.stdout);
      return withNote(report, await placeBy(file, asked, given));
    }
    case "postcodes":
      return importEdition(asked, given);
  }
}

async function importEdition(asked: Dated, given: Surroundings): Promise<ImportReport> {
  const { db, settings } = given;
  const baseFile = await postcodeFile(settings.dataDir, process.stdout);
  const onProgress = makeProgress("Reading postcodes", process.stdout);
  const folder = placesFolder(settings.dataDir);
  const { report, file } = await importPostcodes(db, { ...asked, baseFile, folder, onProgress });
  if (asked.isDryRun) return report;
  return withNote(
    report,
    await placeBy(file ?? baseFile, asked, given),
    file && "The next start of the site opens it.",
  );
}

/** Places signatures by an edition; the cells it has are made first. Says how many moved. */
async function placeBy(
  file: string,
  { now }: Dated,
  { db, keyring, settings, say }: Surroundings,
): Promise<number> {
  const opened = openPlaces(file);
  try {
    const places = placesAfter(opened, await listEndings(db.read, londonDay(now)));
    await loadCells(db, places.listCombos());
    const site: Site = { db, keyring, places, shard: 0, wake() {} };
    return await placeSignatures(site, {
      dataDir: settings.dataDir,
      now,
      onProgress: ({ looked, moved }) => say(`Looked at ${looked} signatures, moved ${moved}.`),
    });
  } finally {
    opened.close();
  }
}

function withNote(report: ImportReport, moved: number, more?: string): ImportReport {
  const placed = `${moved} signatures were placed anew.`;
  return { ...report, notes: [...report.notes, placed, ...(more ? [more] : [])] };
}
