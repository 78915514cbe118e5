import type { Reader } from "#db/database.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { type PublishedArea, publishedTallies } from "../area/published.server.ts";
import { findArea } from "../area/queries.server.ts";
import type { Campaign } from "./queries.server.ts";

/** Places on a campaign's page at most; the rest is one link away. */
const SHOWN = 10;

const keep = keepByPublication<WhereSigned>();

/** Where people signed, as a campaign's page shows it: places of one kind, and everybody else in one number. */
export interface WhereSigned {
  /** What the places are: "district", "ward", "council". */
  kind: string;
  places: PublishedArea[];
  /** In the address of the council addressed, whose parts the places are; blank where there is none. */
  bodySlug: string;
  /** Everybody counted who is not in one of the places. */
  elsewhere: number;
  total: number;
  countedAt: number;
  handInCount: number | null;
  connectedCount: number | null;
}

/**
 * The places that matter to a campaign: the districts of the county it addresses, the wards of any other council,
 * or the councils that run education. Undefined before the first publication.
 */
export function whereSigned(read: Reader, campaign: Campaign): Promise<WhereSigned | undefined> {
  const { id, bodyGss } = campaign;
  return keep(read, { campaignId: id, besides: bodyGss }, () => readWhereSigned(read, campaign));
}

async function readWhereSigned(read: Reader, campaign: Campaign): Promise<WhereSigned | undefined> {
  const body = campaign.bodyGss === "" ? undefined : await findArea(read, campaign.bodyGss);
  const level = body === undefined ? "upper" : body.kind === "county" ? "lower" : "ward";
  const publication = await publishedTallies(read, campaign.id, [level], body?.gssCode);
  if (!publication) return undefined;
  const places = publication.areas.filter((area) => area.code !== "unplaced").slice(0, SHOWN);
  const inPlaces = places.reduce((sum, place) => sum + place.count, 0);
  return {
    kind: { upper: "council", lower: "district", ward: "ward" }[level],
    places,
    bodySlug: body?.slug ?? "",
    elsewhere: publication.total - inPlaces,
    total: publication.total,
    countedAt: publication.publishedAt,
    handInCount: publication.handInCount,
    connectedCount: publication.connectedCount,
  };
}
