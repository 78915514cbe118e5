import { MAP_SHAPES, type MapShape, type MapView } from "../domain/area/map-drawing.ts";

/** Which map a URL asks for: the first of `views`, as the land lies, where it says nothing that is offered. */
export function readMapQuery(
  url: string,
  views: readonly [MapView, ...MapView[]],
): { view: MapView; shape: MapShape } {
  const query = new URL(url).searchParams;
  return {
    view: views.find((view) => view === query.get("view")) ?? views[0],
    shape: MAP_SHAPES.find((shape) => shape === query.get("shape")) ?? "map",
  };
}

/** A map may be kept for a minute: its numbers change every ten at most, and a page taken down is gone as soon. */
export const MAP_CACHE = { "Cache-Control": "public, max-age=60" };
