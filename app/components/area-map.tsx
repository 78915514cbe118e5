import type { ReactElement, ReactNode } from "react";
import type { AreaMap as Drawn, MapArea } from "#app/domain/area/map-areas.server.ts";
import type { MapFrame } from "#app/domain/area/map-drawing.ts";
import { people } from "./format.ts";

interface AreaMapProps {
  map: Drawn;
  /** What the map shows, and where the same stands in words. */
  caption: ReactNode;
}

/**
 * A map whose areas lead to their pages. It is for the eye and the pointer: hundreds of stops of the Tab key would
 * help nobody, so whoever shows it links or lists the same areas as text.
 */
export function AreaMap({ map, caption }: AreaMapProps): ReactElement {
  const { view, shape, width, height, layers, frames, regions, hasNumbers } = map;
  const base = view === "constituencies" ? "/constituencies" : "/councils";
  return (
    <figure className="map-figure">
      <svg
        className={`map map-${shape}`}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        {layers.map(({ tone, areas }) => (
          <g key={tone} className={`tone-${tone}`}>
            {areas.map((area) => (
              <Area key={area.gssCode} area={area} base={base} hasNumbers={hasNumbers} />
            ))}
          </g>
        ))}
        {regions === undefined ? null : <path className="map-regions" d={regions} />}
        {frames.map((frame) => (
          <Frame key={frame.label} {...frame} />
        ))}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function Area({
  area,
  base,
  hasNumbers,
}: {
  area: MapArea;
  base: string;
  hasNumbers: boolean;
}): ReactElement {
  const { name, slug, path, count } = area;
  const number = count === undefined ? "not shown" : people(count);
  const shape = (
    <path d={path}>
      <title>{hasNumbers ? `${name}: ${number}` : name}</title>
    </path>
  );
  if (slug === "") return shape;
  return (
    <a href={`${base}/${slug}`} tabIndex={-1}>
      {shape}
    </a>
  );
}

function Frame({ label, x, y, width, height }: MapFrame): ReactElement {
  return (
    <>
      <rect className="map-frame" x={x} y={y} width={width} height={height} rx="12" />
      <text x={x + 14} y={y + 42}>
        {label}
      </text>
    </>
  );
}
