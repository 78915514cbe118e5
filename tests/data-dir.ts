import { linkSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { placesFolder } from "#app/prepare/postcodes.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { PLACES_FOLDER } from "./set-up/template.ts";

/** A new data folder in which the postcodes stand ready, taken from an earlier run where there was one. */
export async function makeDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "hear-hear-app-"));
  const { file } = await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER });
  mkdirSync(placesFolder(dataDir));
  linkSync(file, join(placesFolder(dataDir), basename(file)));
  return dataDir;
}
