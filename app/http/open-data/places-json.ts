import type { TallyLevel } from "#db/tables/tally.ts";
import { UNPLACED_CODE } from "../../domain/area/publish-tallies.ts";
import type { Publication, PublishedArea } from "../../domain/area/published.server.ts";

/** All that open data says of places: what is published, or undefined before that, and who sits for constituencies. */
export interface PublishedPlaces {
  publication: Publication | undefined;
  /** Names of members of parliament by the code of their constituency. */
  members: ReadonlyMap<string, string>;
}

/** The levels that open data needs. */
export const OPEN_LEVELS = ["country", "upper", "lower", "constituency", "ward", "division"] as const;

const UNPLACED_TIERS = [
  { level: "upper", tier: "council" },
  { level: "lower", tier: "district" },
  { level: "constituency", tier: "constituency" },
] as const satisfies { level: TallyLevel; tier: string }[];

/** Counts by place, an array for each kind of place; what is not published is not in them. */
export function placesAttributes({ publication, members }: PublishedPlaces) {
  const published = publication?.areas ?? [];
  const at = (level: TallyLevel): PublishedArea[] =>
    published.filter((area) => area.level === level && area.code !== UNPLACED_CODE);
  return {
    counted_at: publication ? new Date(publication.publishedAt).toISOString() : null,
    counted_total: publication?.total ?? null,
    hand_in_count: publication?.handInCount ?? null,
    connected_count: publication?.connectedCount ?? null,
    signatures_by_country: at("country").map(({ name, code, count }) => ({
      name,
      code,
      signature_count: count,
    })),
    signatures_by_constituency: at("constituency").map(({ name, code, count }) => ({
      name,
      ons_code: code,
      mp: members.get(code) ?? null,
      signature_count: count,
    })),
    signatures_by_council: at("upper").map(place),
    signatures_by_district: at("lower").map((area) => ({
      ...place(area),
      county_ons_code: area.parentGss || null,
    })),
    signatures_by_ward: at("ward").map((area) => ({ ...place(area), council_ons_code: area.parentGss })),
    signatures_by_division: at("division").map((area) => ({
      ...place(area),
      county_ons_code: area.parentGss,
    })),
    signatures_unplaced: UNPLACED_TIERS.flatMap(({ level, tier }) =>
      published
        .filter((area) => area.level === level && area.code === UNPLACED_CODE)
        .map(({ count }) => ({ tier, signature_count: count })),
    ),
  };
}

function place({ name, code, count }: PublishedArea) {
  return { name, ons_code: code, signature_count: count };
}
