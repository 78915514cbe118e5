import type { ReactElement } from "react";
import type { MapShade } from "#app/domain/area/map-shades.ts";
import { figure } from "./format.ts";

/** What the tones of a map mean, in words, most people first as the eye looks for them. */
export function MapLegend({ shades }: { shades: readonly MapShade[] }): ReactElement {
  return (
    <ul className="map-legend plain-list" aria-label="What the colours mean">
      {[...shades].reverse().map((shade) => (
        <Entry key={shade.from} tone={shade.tone} words={wordsFor(shade)} />
      ))}
      <Entry tone={0} words="Not shown: fewer than five, or needed to protect a place with fewer than five" />
    </ul>
  );
}

/** What the tones of a map mean where they stand for something else than numbers. */
export function MapKey({ entries }: { entries: readonly { tone: number; words: string }[] }): ReactElement {
  return (
    <ul className="map-legend plain-list" aria-label="What the colours mean">
      {entries.map((entry) => (
        <Entry key={entry.tone} {...entry} />
      ))}
    </ul>
  );
}

function Entry({ tone, words }: { tone: number; words: string }): ReactElement {
  return (
    <li>
      <svg className={`tone-${tone}`} width="30" height="22" aria-hidden="true" focusable="false">
        <rect width="30" height="22" rx="4" />
      </svg>
      <span>{words}</span>
    </li>
  );
}

function wordsFor({ from, to }: MapShade): string {
  return to === undefined ? `${figure(from)} people or more` : `${figure(from)} to ${figure(to)} people`;
}
