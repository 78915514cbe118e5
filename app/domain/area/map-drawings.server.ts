import type { AreaMaps, MapDrawing, MapShape, MapView } from "./map-drawing.ts";
import { drawHexagons, type Hexagon, readHexagons } from "./map-hexagons.ts";
import { drawLand } from "./map-land.ts";
import { type Borders, mergeDistricts, readBorders } from "./map-topology.ts";

const LONDON_REGION = "E12000007";

/**
 * The maps of the United Kingdom. Each takes a tenth of a second, once, when it is first asked for.
 * `readFile` gives the text of a file of borders or hexagons by its name.
 */
export function makeAreaMaps(readFile: (name: string) => string): AreaMaps {
  const drawn = new Map<string, MapDrawing>();
  return {
    drawing(view, shape) {
      const key = `${view} ${shape}`;
      const drawing = drawn.get(key) ?? draw(readFile, view, shape);
      drawn.set(key, drawing);
      return drawing;
    },
  };
}

function draw(readFile: (name: string) => string, view: MapView, shape: MapShape): MapDrawing {
  const isOfCouncils = view !== "constituencies";
  const borders = (): Borders =>
    readBorders(readFile(isOfCouncils ? "councils-2024.topojson" : "constituencies-2024.topojson"));
  const hexagons = readHexagons(
    readFile(isOfCouncils ? "councils-2023.hexjson" : "constituencies-2024.hexjson"),
  );
  if (shape === "map") {
    return drawLand(view, view === "councils" ? mergeDistricts(borders()) : borders(), londonCodes(hexagons));
  }
  if (view !== "councils") return drawHexagons(view, hexagons);
  const wholes = new Map(borders().areas.map(({ gssCode, educationGss }) => [gssCode, educationGss]));
  return drawHexagons(view, hexagons, (gssCode) => wholes.get(gssCode) ?? gssCode);
}

function londonCodes(hexagons: readonly Hexagon[]): Set<string> {
  return new Set(hexagons.filter(({ region }) => region === LONDON_REGION).map(({ gssCode }) => gssCode));
}
