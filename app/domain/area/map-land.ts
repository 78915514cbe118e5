import type { MapDrawing, MapFrame, MapView } from "./map-drawing.ts";
import { LAND, projectLines, roundLines } from "./map-lines.ts";
import { areaOf, type Point, pathOf, type Ring } from "./map-path.ts";
import { type Borders, ringsAlong } from "./map-topology.ts";

/** An island of fewer square units is left out, unless it is all there is of an area. */
const SMALLEST_ISLAND = 8;

/** London again, larger, in the empty sea: half a kilometre a unit is too little for its boroughs. */
const LONDON: MapFrame = { label: "London", x: 12, y: 1135, width: 365, height: 340 };
const SHETLAND: MapFrame = { label: "Shetland", x: 775, y: 12, width: 190, height: 352 };
const FRAME_MARGIN = 14;
/** Room for the frame's name. */
const LABEL_HEIGHT = 44;

/** The areas as they lie on the land. `londonCodes` are those drawn a second time, larger. */
export function drawLand(view: MapView, borders: Borders, londonCodes: ReadonlySet<string>): MapDrawing {
  const areas = [...borders.areas].sort((a, b) => (a.gssCode < b.gssCode ? -1 : 1));
  const lines = projectLines(borders.lines);
  const rings = ringsAlong(roundLines(lines), areas);
  const inLondon = areas.filter((area) => londonCodes.has(area.gssCode));
  const larger = ringsAlong(roundLines(enlarge(lines, ringsAlong(lines, inLondon).flat(2))), inLondon);
  const londonRings = new Map(inLondon.map((area, i) => [area.gssCode, visible(larger[i] ?? [])]));
  return {
    view,
    shape: "map",
    ...LAND,
    outlines: areas.map(({ gssCode, name }, i) => ({
      gssCode,
      name,
      path: pathOf([...visible(rings[i] ?? []), ...(londonRings.get(gssCode) ?? [])]),
    })),
    frames: [SHETLAND, LONDON],
  };
}

/** The largest ring, and the others that can be seen. */
function visible(rings: readonly Ring[]): Ring[] {
  const largest = Math.max(...rings.map(areaOf));
  return rings.filter((ring) => areaOf(ring) >= Math.min(SMALLEST_ISLAND, largest));
}

/** All lines, moved and stretched so that `points` fill London's frame. */
function enlarge(lines: readonly (readonly Point[])[], points: readonly Point[]): Point[][] {
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  const width = LONDON.width - 2 * FRAME_MARGIN;
  const height = LONDON.height - 2 * FRAME_MARGIN - LABEL_HEIGHT;
  const times = Math.min(width / (right - left), height / (bottom - top));
  const x0 = LONDON.x + (LONDON.width - times * (right - left)) / 2;
  const y0 = LONDON.y + FRAME_MARGIN + LABEL_HEIGHT;
  return lines.map((line) => line.map(([x, y]) => [x0 + times * (x - left), y0 + times * (y - top)]));
}

function extent(numbers: readonly number[]): [least: number, most: number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}
