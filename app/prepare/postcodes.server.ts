import { join } from "node:path";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { openPlaces, type Places } from "../domain/place/places.server.ts";
import { makeProgress, type Output } from "./progress.ts";

/** The postcode file of this version's data, built where it is missing: once, in about ten seconds. */
export async function preparePostcodes(dataDir: string, output: Output): Promise<Places> {
  const show = makeProgress("Preparing 2.6 million postcodes, once", output);
  const { file } = await buildPostcodes({
    sources: referenceSources(),
    into: placesFolder(dataDir),
    onProgress: ({ fraction }) => show(fraction),
  });
  return openPlaces(file);
}

/** Where postcode files are kept, one an edition. */
export function placesFolder(dataDir: string): string {
  return join(dataDir, "places");
}
