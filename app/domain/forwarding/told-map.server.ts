import type { Reader } from "#db/database.ts";
import { type AreaMap, listMapAreas } from "../area/map-areas.server.ts";
import type { MapDrawing } from "../area/map-drawing.ts";
import type { ToldTone } from "./told-tones.ts";
import { TOLD_TONES } from "./told-tones.ts";

/** Who has been told on a map, and how many areas have each tone. */
export interface ToldMap {
  map: AreaMap;
  counts: { tone: ToldTone; count: number }[];
}

/** Colours a drawing by what has become of telling whoever speaks for its areas. */
export async function findToldMap(
  read: Reader,
  { outlines, ...frame }: MapDrawing,
  toneOf: (gssCode: string) => ToldTone,
): Promise<ToldMap> {
  const areas = await listMapAreas(read, outlines);
  const layers = TOLD_TONES.map((tone) => ({
    tone,
    areas: areas.filter(({ gssCode }) => toneOf(gssCode) === tone),
  }));
  return {
    map: { ...frame, layers: layers.filter((layer) => layer.areas.length > 0), hasNumbers: false },
    counts: layers.map(({ tone, areas: coloured }) => ({ tone, count: coloured.length })),
  };
}
