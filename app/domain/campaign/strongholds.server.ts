import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { type PublishedArea, publishedTallies } from "../area/published.server.ts";
import { findAreas } from "../area/queries.server.ts";

/** Where most people of a campaign live, at one level. */
export interface Strongholds {
  level: "ward" | "constituency" | "upper";
  places: (PublishedArea & { parentName: string; parentSlug: string })[];
  /** How many more places of this level have a number. */
  moreCount: number;
}

/** Places shown at each level. */
const SHOWN = { ward: 10, constituency: 5, upper: 5 } as const;
const LEVELS = ["ward", "constituency", "upper"] as const;

interface Found {
  countedAt: number;
  levels: Strongholds[];
}

const keep = keepByPublication<Found>();

/** The places with the largest published numbers: wards, constituencies, councils; undefined before the first publication. */
export function listStrongholds(read: Reader, campaignId: string): Promise<Found | undefined> {
  return keep(read, { campaignId }, () => readStrongholds(read, campaignId));
}

async function readStrongholds(read: Reader, campaignId: string): Promise<Found | undefined> {
  const publication = await publishedTallies(read, campaignId, LEVELS);
  if (!publication) return undefined;
  const placed = publication.areas.filter(({ code }) => code !== "unplaced");
  const of = (level: TallyLevel) => placed.filter((area) => area.level === level);
  const parents = await findAreas(
    read,
    of("ward")
      .slice(0, SHOWN.ward)
      .map(({ parentGss }) => parentGss),
  );
  const levels = LEVELS.map((level) => ({
    level,
    moreCount: Math.max(0, of(level).length - SHOWN[level]),
    places: of(level)
      .slice(0, SHOWN[level])
      .map((area) => ({
        ...area,
        parentName: parents.get(area.parentGss)?.shortName ?? "",
        parentSlug: parents.get(area.parentGss)?.slug ?? "",
      })),
  }));
  return { countedAt: publication.publishedAt, levels };
}
