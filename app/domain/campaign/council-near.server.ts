import type { Reader } from "#db/database.ts";
import { findArea } from "../area/queries.server.ts";
import type { Placement } from "../place/placement.ts";
import type { Places } from "../place/places.server.ts";

/** Where a postcode leads somebody who looks for petitions near them. */
export type Near =
  /** The council that runs schools there, by the key that lists are filtered by. */
  | { kind: "council"; key: string }
  /** No council follows from it; `country` is the code of one outside the United Kingdom. */
  | { kind: Exclude<Placement["kind"], "placed">; country: string };

/** The council whose petitions are near a postcode as `readPostcode` gives it. Nothing of it is kept. */
export async function findCouncilNear(
  { db: { read }, places }: { db: { read: Reader }; places: Places },
  postcode: string,
): Promise<Near> {
  const { kind, cell } = places.locate(postcode);
  const council = await findArea(read, cell.council);
  const upper = council && (await findArea(read, council.educationGss || cell.county));
  const found = upper ?? council;
  if (found) return { kind: "council", key: found.slug || found.gssCode };
  return { kind: kind === "placed" ? "unknown" : kind, country: cell.country };
}
