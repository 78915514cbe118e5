import type { Reader } from "#db/database.ts";
import type { MapDrawing, MapOutline } from "./map-drawing.ts";
import { findAreas } from "./queries.server.ts";

/** An area as it stands on a map. */
export interface MapArea extends MapOutline {
  /** Of its page; blank where it has none. */
  slug: string;
  /** Published people of one campaign; undefined where that is not shown, and on maps without numbers. */
  count?: number;
}

/** A drawing with what the site knows of its areas, in groups of one tone. */
export interface AreaMap extends Omit<MapDrawing, "outlines"> {
  layers: { tone: number; areas: MapArea[] }[];
  /** Whether the tones stand for published numbers, and an area without one is "not shown". */
  hasNumbers: boolean;
}

/** A map without numbers, for finding an area. */
export async function findAreaMap(read: Reader, drawing: MapDrawing): Promise<AreaMap> {
  const { outlines, ...frame } = drawing;
  return { ...frame, layers: [{ tone: 2, areas: await listMapAreas(read, outlines) }], hasNumbers: false };
}

/** Outlines with the names and pages of their areas, ended ones too: they keep their page. */
export async function listMapAreas(read: Reader, outlines: readonly MapOutline[]): Promise<MapArea[]> {
  const areas = await findAreas(
    read,
    outlines.map(({ gssCode }) => gssCode),
  );
  return outlines.map((outline) => {
    const area = areas.get(outline.gssCode);
    return { ...outline, name: area?.name ?? outline.name, slug: area?.slug ?? "" };
  });
}
