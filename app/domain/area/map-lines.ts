import { geoTransverseMercator } from "d3-geo";
import type { Point } from "./map-path.ts";

/** The drawing of the land: about half a kilometre a unit, so that a city's constituencies keep their outlines. */
export const LAND = { width: 1200, height: 1950 };
const MARGIN = 12;

/** Saint Kilda, County Fermanagh, Scilly, Lowestoft, North Ronaldsay: the corners of all but Shetland. */
const CORNERS = [
  [-8.65, 57.8],
  [-8.18, 54.4],
  [-6.4, 49.86],
  [1.77, 52.5],
  [-2.4, 59.42],
];
/** North of this lies Shetland alone: between North Ronaldsay and Fair Isle. */
const SHETLAND_FROM = 59.45;
/** How far Shetland is brought in, so that the sea before it does not take an eighth of the picture. */
const SHETLAND_SHIFT: Point = [75, 345];

/** A line may leave its true course by this much of a unit, which nobody sees. */
const TOLERANCE = 0.6;

/** Puts border lines, in degrees, on the drawing: the projection of the Ordnance Survey's maps, Shetland brought in. */
export function projectLines(lines: readonly (readonly Point[])[]): Point[][] {
  const project = geoTransverseMercator()
    .rotate([2, 0])
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [LAND.width - MARGIN, LAND.height - MARGIN],
      ],
      { type: "MultiPoint", coordinates: CORNERS },
    );
  return lines.map((line) => {
    const isShetland = line.some(([, north]) => north > SHETLAND_FROM);
    return line.map(([east, north]) => {
      const [x, y] = project([east, north]) ?? [0, 0];
      return isShetland ? [x + SHETLAND_SHIFT[0], y + SHETLAND_SHIFT[1]] : [x, y];
    });
  });
}

/** Lines in whole units with as few points as show the same. Both sides of a border keep meeting: it is one line. */
export function roundLines(lines: readonly (readonly Point[])[]): Point[][] {
  return lines.map((line) => simplify(line).map(([x, y]) => [Math.round(x), Math.round(y)]));
}

/** Leaves out the points that a straight stroke passes near enough (Douglas and Peucker's way). */
function simplify(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  let farthest = 0;
  let distance = TOLERANCE;
  for (let i = 1; i < line.length - 1; i += 1) {
    const away = distanceTo(line[i] ?? first, first, last);
    if (away > distance) [farthest, distance] = [i, away];
  }
  if (farthest === 0) return [first, last];
  return [...simplify(line.slice(0, farthest + 1)).slice(0, -1), ...simplify(line.slice(farthest))];
}

/** How far a point is from the stroke between two others, or from the one where they are the same. */
function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}
