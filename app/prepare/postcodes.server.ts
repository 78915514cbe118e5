import { join } from "node:path";
import type { Database } from "#db/database.ts";
import { editionFile, findImportedEdition } from "#db/import/postcodes/current-edition.server.ts";
import { buildPostcodes, isComplete } from "#db/reference/build-postcodes.server.ts";
import { postcodeEdition, referenceSources } from "#db/reference/postcode-file.ts";
import { listEndings } from "../domain/area/list-endings.server.ts";
import { openPlaces, type Places } from "../domain/place/places.server.ts";
import { placesAfter } from "../domain/place/places-after.ts";
import { londonDay } from "../domain/time/london.ts";
import { waitForLock } from "./exclusive-lock.server.ts";
import { makeProgress, type Output } from "./progress.ts";

/** The postcodes in use: the edition imported last, or that of this version's data. */
export async function preparePostcodes(dataDir: string, output: Output): Promise<Places> {
  return openPlaces(await postcodeFile(dataDir, output));
}

/** The file of the edition in use; this version's is built where it is missing: once, in about ten seconds. */
export async function postcodeFile(dataDir: string, output: Output): Promise<string> {
  const imported = await findImportedEdition(placesFolder(dataDir));
  if (imported) return imported;
  const folder = placesFolder(dataDir);
  const sources = referenceSources();
  const edition = await postcodeEdition(sources);
  if (isComplete(editionFile(folder, edition), edition)) return editionFile(folder, edition);
  // Of several processes that start at once on this machine, one builds.
  const lock = await waitForLock(join(folder, "build.lock"));
  try {
    const show = makeProgress("Preparing 2.6 million postcodes, once", output);
    const onProgress = ({ fraction }: { fraction: number }): void => show(fraction);
    return (await buildPostcodes({ sources, into: folder, onProgress })).file;
  } finally {
    lock.release();
  }
}

/** The postcodes with the areas of today. */
export async function placesOfToday(
  db: Pick<Database, "read">,
  opened: Places,
  now: number,
): Promise<Places> {
  return placesAfter(opened, await listEndings(db.read, londonDay(now)));
}

/** Where postcode files are kept, one an edition. */
export function placesFolder(dataDir: string): string {
  return join(dataDir, "places");
}
