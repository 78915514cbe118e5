import type { ReactElement } from "react";
import type { MapShape, MapView } from "#app/domain/area/map-drawing.ts";

interface MapSwitchProps {
  /** The address of the page, to which the choice is added. */
  base: string;
  view: MapView;
  shape: MapShape;
  /** What may be chosen between; a single one needs no choice. */
  views: readonly MapView[];
}

const VIEW_WORDS: Record<MapView, string> = {
  constituencies: "Constituencies",
  councils: "Councils that run education",
  districts: "District and unitary councils",
};
const SHAPE_WORDS: Record<MapShape, string> = { map: "As a map", hex: "As hexagons" };

/** Links to the other maps of the same thing. */
export function MapSwitch({ base, view, shape, views }: MapSwitchProps): ReactElement {
  return (
    <nav aria-label="Kinds of map" className="map-switch">
      {views.length < 2 ? null : (
        <ul>
          {views.map((other) => (
            <Choice
              key={other}
              href={hrefFor(base, other, shape)}
              words={VIEW_WORDS[other]}
              isHere={other === view}
            />
          ))}
        </ul>
      )}
      <ul>
        {(["map", "hex"] as const).map((other) => (
          <Choice
            key={other}
            href={hrefFor(base, view, other)}
            words={SHAPE_WORDS[other]}
            isHere={other === shape}
          />
        ))}
      </ul>
    </nav>
  );
}

function Choice({ href, words, isHere }: { href: string; words: string; isHere: boolean }): ReactElement {
  return (
    <li>
      <a href={href} aria-current={isHere ? "page" : undefined}>
        {words}
      </a>
    </li>
  );
}

function hrefFor(base: string, view: MapView, shape: MapShape): string {
  return `${base}?${new URLSearchParams({ view, shape })}`;
}
