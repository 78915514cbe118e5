import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { type AreaMap, listMapAreas } from "./map-areas.server.ts";
import type { MapDrawing, MapView } from "./map-drawing.ts";
import { type MapShade, shadesFor, toneOf } from "./map-shades.ts";
import { UNPLACED_CODE } from "./publish-tallies.ts";
import { type PublishedArea, publishedTallies } from "./published.server.ts";

/** Where people signed one campaign, on a map: one tier of what is published. */
export interface CampaignMap {
  countedAt: number;
  /** The total that was counted then. */
  total: number;
  map: AreaMap;
  /** The classes that the map's tones stand for, smallest first. */
  shades: MapShade[];
  /** The same areas as the map shows, largest count first. */
  places: PublishedArea[];
  /** How many in the United Kingdom could not be placed in this tier; undefined where that may not be told. */
  unplacedCount?: number;
}

const LEVEL: Record<MapView, TallyLevel> = {
  constituencies: "constituency",
  councils: "upper",
  districts: "lower",
};

/** The published numbers of a campaign on a drawing; undefined before the first publication. */
export async function findCampaignMap(
  read: Reader,
  campaignId: string,
  { outlines, ...frame }: MapDrawing,
): Promise<CampaignMap | undefined> {
  const publication = await publishedTallies(read, campaignId, [LEVEL[frame.view]]);
  if (!publication) return undefined;
  const places = publication.areas.filter(({ code }) => code !== UNPLACED_CODE);
  const shades = shadesFor(places.map(({ count }) => count));
  const counts = new Map(places.map(({ code, count }) => [code, count]));
  const areas = (await listMapAreas(read, outlines)).map((area) => ({
    ...area,
    count: counts.get(area.gssCode),
  }));
  const layers = [0, ...shades.map(({ tone }) => tone)].map((tone) => ({
    tone,
    areas: areas.filter(({ count }) => toneOf(count, shades) === tone),
  }));
  return {
    countedAt: publication.publishedAt,
    total: publication.total,
    map: { ...frame, layers: layers.filter((layer) => layer.areas.length > 0), hasNumbers: true },
    shades,
    places,
    unplacedCount: publication.areas.find(({ code }) => code === UNPLACED_CODE)?.count,
  };
}
