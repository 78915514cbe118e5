import { z } from "zod";
import type { MapDrawing, MapView } from "./map-drawing.ts";
import { type Point, pathOf, type Ring } from "./map-path.ts";

const HexFile = z.object({
  layout: z.literal("odd-r"),
  hexes: z.record(
    z.string(),
    z.object({ n: z.string(), q: z.number().int(), r: z.number().int(), region: z.string() }),
  ),
});

/** A hexagon's place: column `q` and row `r` counted eastwards and northwards; odd rows stand half a column east. */
export interface Hexagon {
  gssCode: string;
  name: string;
  region: string;
  q: number;
  r: number;
}

/** Half the width, side and half the side of a hexagon in units: as regular as whole numbers are. */
const HALF = 14;
const SIDE = 16;
const HALF_SIDE = SIDE / 2;
const CORNERS: readonly Point[] = [
  [0, -SIDE],
  [HALF, -HALF_SIDE],
  [HALF, HALF_SIDE],
  [0, SIDE],
  [-HALF, HALF_SIDE],
  [-HALF, -HALF_SIDE],
];
const MARGIN = 4;

/** Reads a HexJSON file, in order of code. @throws where it is something else */
export function readHexagons(text: string): Hexagon[] {
  const { hexes } = HexFile.parse(JSON.parse(text));
  return Object.entries(hexes)
    .map(([gssCode, { n, q, r, region }]) => ({ gssCode, name: n, region, q, r }))
    .sort((a, b) => (a.gssCode < b.gssCode ? -1 : 1));
}

/** A hexagon for each area; `wholeOf` gives the code of the larger area that a hexagon is a part of, if any. */
export function drawHexagons(
  view: MapView,
  hexagons: readonly Hexagon[],
  wholeOf: (gssCode: string) => string = (gssCode) => gssCode,
): MapDrawing {
  const centres = placeCentres(hexagons);
  const names = new Map(hexagons.map(({ gssCode, name }) => [gssCode, name]));
  const areas = groupCentres(hexagons, centres, ({ gssCode }) => wholeOf(gssCode));
  const regions = groupCentres(hexagons, centres, ({ region }) => region);
  return {
    view,
    shape: "hex",
    width: Math.max(...centres.map(([x]) => x)) + HALF + MARGIN,
    height: Math.max(...centres.map(([, y]) => y)) + SIDE + MARGIN,
    outlines: areas.map(([gssCode, own]) => ({
      gssCode,
      name: names.get(gssCode) ?? "",
      path: pathOf(outlinesOf(own)),
    })),
    frames: [],
    regions: pathOf(regions.flatMap(([, own]) => outlinesOf(own))),
  };
}

/** Where hexagons have their middle, the westernmost and northernmost at the margin. */
function placeCentres(hexagons: readonly Hexagon[]): Point[] {
  const left = Math.min(...hexagons.map(columnsEast));
  const north = Math.max(...hexagons.map(({ r }) => r));
  return hexagons.map((hexagon) => [
    MARGIN + HALF + (columnsEast(hexagon) - left) * HALF,
    MARGIN + SIDE + (north - hexagon.r) * (SIDE + HALF_SIDE),
  ]);
}

/** In half columns. */
function columnsEast({ q, r }: Hexagon): number {
  return 2 * q + Math.abs(r % 2);
}

function groupCentres(
  hexagons: readonly Hexagon[],
  centres: readonly Point[],
  keyOf: (hexagon: Hexagon) => string,
): [key: string, centres: Point[]][] {
  const groups = new Map<string, Point[]>();
  for (const [i, hexagon] of hexagons.entries()) {
    const key = keyOf(hexagon);
    groups.set(key, [...(groups.get(key) ?? []), centres[i] ?? [0, 0]]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The outer lines of hexagons taken together: a side that two of them share is none. */
function outlinesOf(centres: readonly Point[]): Ring[] {
  const sides = new Map<string, { from: Point; to: Point }>();
  for (const [x, y] of centres) {
    const corners = CORNERS.map(([dx, dy]): Point => [x + dx, y + dy]);
    for (const [i, from] of corners.entries()) {
      const to = corners[(i + 1) % corners.length] ?? from;
      if (!sides.delete(`${to} ${from}`)) sides.set(`${from} ${to}`, { from, to });
    }
  }
  // Three hexagons meet in a corner, so at most one side leaves it.
  const next = new Map([...sides.values()].map(({ from, to }) => [`${from}`, to]));
  const rings: Ring[] = [];
  for (const { from } of sides.values()) {
    const ring: Point[] = [];
    let at: Point | undefined = from;
    while (at && next.has(`${at}`)) {
      const to: Point | undefined = next.get(`${at}`);
      next.delete(`${at}`);
      ring.push(at);
      at = to;
    }
    if (ring.length > 0) rings.push(ring);
  }
  return rings;
}
