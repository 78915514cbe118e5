import { existsSync } from "node:fs";
import { editionFile } from "#db/import/postcodes/current-edition.server.ts";
import { listEndings } from "../domain/area/list-endings.server.ts";
import { placeAnew } from "../domain/place/place-anew.server.ts";
import { placeSuccession } from "../domain/place/place-succession.server.ts";
import { openPlaces, type Places } from "../domain/place/places.server.ts";
import { placesAfter } from "../domain/place/places-after.ts";
import type { ReplaceProgress } from "../domain/place/replace-signatures.server.ts";
import type { Site } from "../domain/site.ts";
import { londonDay } from "../domain/time/london.ts";
import { placesFolder } from "./postcodes.server.ts";

/** How placing signatures is asked for. */
export interface PlacingOptions {
  dataDir: string;
  now: number;
  isDryRun?: boolean;
  isStart?: boolean;
  onProgress?(progress: ReplaceProgress): void;
}

/**
 * Places anew whatever an ended area or an earlier edition of the postcodes has placed; the site holds the edition in
 * use, with the areas of today. Says how many signatures moved.
 */
export async function placeSignatures(site: Site, options: PlacingOptions): Promise<number> {
  const { dataDir, now, isDryRun } = options;
  const endings = await listEndings(site.db.read, londonDay(now));
  const opened = new Map<string, Places | undefined>();
  const earlier = (edition: string): Places | undefined => {
    if (!opened.has(edition)) opened.set(edition, openEdition(editionFile(placesFolder(dataDir), edition)));
    const places = opened.get(edition);
    return places && placesAfter(places, endings);
  };
  try {
    const succeeded = isDryRun ? 0 : (await placeSuccession(site, now)).moved;
    const { moved } = await placeAnew(site, { ...options, earlier }, now);
    return succeeded + moved;
  } finally {
    for (const places of opened.values()) places?.close();
  }
}

/** An edition whose file is gone, or of another format, cannot be asked any more. */
function openEdition(file: string): Places | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return openPlaces(file);
  } catch {
    return undefined;
  }
}
