/**
 * What a map is divided into: constituencies, the councils that run education (in Northern Ireland, where none
 * does, the districts), or districts and unitary councils.
 */
export const MAP_VIEWS = ["constituencies", "councils", "districts"] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** As the land lies, or a hexagon for each area so that a small one is seen as well as a large one. */
export const MAP_SHAPES = ["map", "hex"] as const;
export type MapShape = (typeof MAP_SHAPES)[number];

/** One area's outline, as the `d` of an SVG path in whole units. */
export interface MapOutline {
  gssCode: string;
  /** In the file of borders, which has none for a county; what the site calls the area is in its list of areas. */
  name: string;
  path: string;
}

/** A frame around what is drawn in another place or size than the rest. */
export interface MapFrame {
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A map of the United Kingdom without any numbers; the same files always give the same drawing. */
export interface MapDrawing {
  view: MapView;
  shape: MapShape;
  width: number;
  height: number;
  /** In order of code. */
  outlines: readonly MapOutline[];
  frames: readonly MapFrame[];
  /** The outlines of nations and English regions, as one path, where the land itself does not show where one is. */
  regions?: string;
}

/** The maps that a process has, each drawn when it is first asked for. */
export interface AreaMaps {
  drawing(view: MapView, shape: MapShape): MapDrawing;
}
