import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPlaces, type Places } from "#app/domain/place/places.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";

/** The postcodes of the whole country; built on the first call on this machine, found there afterwards. */
export async function realPlaces(): Promise<Places> {
  const into = join(tmpdir(), "hear-hear-places");
  const { file } = await buildPostcodes({ sources: referenceSources(), into });
  return openPlaces(file);
}
