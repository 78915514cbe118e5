import { feature, mergeArcs, transform } from "topojson-client";
import type { MultiPolygon, Topology } from "topojson-specification";
import { z } from "zod";
import type { Point, Ring } from "./map-path.ts";

const ArcNumbers = z.array(z.array(z.number().int()));
const Properties = z.object({ gss: z.string(), name: z.string(), send: z.string().optional() });
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), arcs: ArcNumbers, properties: Properties }),
  z.object({ type: z.literal("MultiPolygon"), arcs: z.array(ArcNumbers), properties: Properties }),
]);
const Pair = z.tuple([z.number(), z.number()]);
const BorderFile = z.object({
  type: z.literal("Topology"),
  transform: z.object({ scale: Pair, translate: Pair }),
  arcs: z.array(z.array(Pair)),
  objects: z.record(z.string(), z.object({ geometries: z.array(Geometry) })),
});

/** An area and the border lines it is made of. */
export interface BorderedArea {
  gssCode: string;
  name: string;
  /** The council that runs education there: itself or its county. */
  educationGss: string;
  borders: MultiPolygon;
}

/** Areas over one set of border lines, each of which is there once for both its sides. */
export interface Borders {
  /** In degrees east and north. */
  lines: readonly (readonly Point[])[];
  areas: readonly BorderedArea[];
}

/** Reads a TopoJSON file of areas with `gss`, `name` and, for councils, `send`. @throws where it is something else */
export function readBorders(text: string): Borders {
  const file = BorderFile.parse(JSON.parse(text));
  const absolute = transform(file.transform);
  const lines = file.arcs.map((arc) => arc.map((step, i) => point(absolute(step, i > 0))));
  const areas = Object.values(file.objects).flatMap(({ geometries }) =>
    geometries.map(({ properties, ...geometry }) => ({
      gssCode: properties.gss,
      name: properties.name,
      educationGss: properties.send ?? properties.gss,
      borders: {
        type: "MultiPolygon" as const,
        arcs: geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs,
      },
    })),
  );
  return { lines, areas };
}

/** The same lines around councils that run education: the districts of a county become one area. */
export function mergeDistricts({ lines, areas }: Borders): Borders {
  const topology = topologyOf(lines);
  const merged = [...new Set(areas.map((area) => area.educationGss))].map((gssCode) => {
    const parts = areas.filter((area) => area.educationGss === gssCode);
    const whole = parts.find((part) => part.gssCode === gssCode);
    const borders = mergeArcs(
      topology,
      parts.map((part) => part.borders),
    );
    return { gssCode, name: whole?.name ?? "", educationGss: gssCode, borders };
  });
  return { lines, areas: merged };
}

/** The rings of areas along `lines`, which are their border lines as they are to be drawn. */
export function ringsAlong(lines: Borders["lines"], areas: readonly BorderedArea[]): Ring[][] {
  const topology = topologyOf(lines);
  return areas.map(({ borders }) =>
    feature(topology, borders).geometry.coordinates.flatMap((polygon) =>
      polygon.map((ring) => ring.map(point)),
    ),
  );
}

function topologyOf(lines: Borders["lines"]): Topology {
  return { type: "Topology", objects: {}, arcs: lines.map((line) => line.map((place) => [...place])) };
}

function point(place: readonly number[]): Point {
  return [place[0] ?? 0, place[1] ?? 0];
}
