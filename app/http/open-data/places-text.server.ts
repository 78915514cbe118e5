import { keepByPublication } from "../../domain/area/kept-by-publication.server.ts";
import { publishedTallies } from "../../domain/area/published.server.ts";
import { listSitting } from "../../domain/representative/queries.server.ts";
import { londonDay } from "../../domain/time/london.ts";
import type { RequestContext } from "../context.ts";
import { OPEN_LEVELS, placesAttributes } from "./places-json.ts";

type Reader = RequestContext["db"]["read"];

/** Four countries of places. */
const keep = keepByPublication<Uint8Array<ArrayBuffer>>(4_000_000);

/**
 * What open data says of a campaign's places, as the finished bytes of a JSON object: ten thousand rows that are the
 * same until the next publication.
 */
export async function readPlacesText(
  read: Reader,
  campaignId: string,
  now: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const make = () => writePlaces(read, campaignId, now);
  // Who sits for a constituency depends on the day.
  return (await keep(read, { campaignId, besides: londonDay(now) }, make)) ?? make();
}

async function writePlaces(read: Reader, campaignId: string, now: number): Promise<Uint8Array<ArrayBuffer>> {
  const publication = await publishedTallies(read, campaignId, OPEN_LEVELS);
  const constituencies = (publication?.areas ?? []).filter((area) => area.level === "constituency");
  const sitting = await listSitting(
    read,
    constituencies.map((area) => area.code),
    now,
  );
  const members = new Map(
    sitting.filter((one) => one.kind === "mp").map((member) => [member.gssCode, member.name]),
  );
  return Buffer.from(JSON.stringify(placesAttributes({ publication, members })));
}
