import { join } from "node:path";
import { findImportedEdition } from "#db/import/postcodes/current-edition.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { openPlaces, type Places } from "../domain/place/places.server.ts";
import { makeProgress, type Output } from "./progress.ts";

/** The postcodes in use: the edition imported last, or that of this version's data. */
export async function preparePostcodes(dataDir: string, output: Output): Promise<Places> {
  return openPlaces(await postcodeFile(dataDir, output));
}

/** The file of the edition in use; this version's is built where it is missing: once, in about ten seconds. */
export async function postcodeFile(dataDir: string, output: Output): Promise<string> {
  const imported = await findImportedEdition(placesFolder(dataDir));
  if (imported) return imported;
  const show = makeProgress("Preparing 2.6 million postcodes, once", output);
  const { file } = await buildPostcodes({
    sources: referenceSources(),
    into: placesFolder(dataDir),
    onProgress: ({ fraction }) => show(fraction),
  });
  return file;
}

/** Where postcode files are kept, one an edition. */
export function placesFolder(dataDir: string): string {
  return join(dataDir, "places");
}
