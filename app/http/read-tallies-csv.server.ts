import { keepByPublication } from "../domain/area/kept-by-publication.server.ts";
import { publishedTallies } from "../domain/area/published.server.ts";
import { findAreas } from "../domain/area/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { TALLY_LEVELS, talliesCsv } from "./tallies-csv.ts";

type Reader = RequestContext["db"]["read"];

/** Four countries of places. */
const keep = keepByPublication<Uint8Array<ArrayBuffer>>(4_000_000);

/** The published numbers of a campaign as the bytes of a CSV file, written once a publication. */
export async function readTalliesCsv(
  read: Reader,
  { id, title }: { id: string; title: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const make = () => writeTallies(read, id, title);
  return (await keep(read, { campaignId: id, besides: title }, make)) ?? make();
}

async function writeTallies(
  read: Reader,
  campaignId: string,
  title: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const publication = await publishedTallies(read, campaignId, TALLY_LEVELS);
  const parents = await findAreas(
    read,
    (publication?.areas ?? []).map(({ parentGss }) => parentGss),
  );
  const names = new Map([...parents].map(([code, { name }]) => [code, name]));
  return Buffer.from(talliesCsv(title, publication, names));
}
