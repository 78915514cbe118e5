import type { Places } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import { openDatabase } from "#db/client.server.ts";
import { councillor } from "../domain/forwarding/scene.ts";
import { realPlaces } from "../domain/place/real-places.ts";
import { confirmedSignature, openPetition } from "../factories.ts";
import { testKeyring } from "../set-up/keyring.ts";

/** Three wards of Worcester. */
export const POSTCODES = ["WR1 1AA", "WR2 4AA", "WR4 9AA"] as const;

/** So many in each ward that telling them takes a while. */
const COUNCILLORS_PER_WARD = 25;

/** Who has signed a petition before the fire begins: the least of whom every ward is told. */
export const FIRST_SIGNERS = SMALLEST_SHOWN_COUNT * POSTCODES.length;

/** What a running program has open, opened beside it for as long as `work` takes. */
export async function beside<T>(
  { databaseUrl }: { databaseUrl: string },
  work: (site: Site) => Promise<T>,
): Promise<T> {
  opened ??= realPlaces();
  const places = await opened;
  const db = openDatabase(databaseUrl, { poolSize: 2 });
  try {
    return await work({ db, keyring: testKeyring(), places, shard: 0, wake() {} });
  } finally {
    await db.close();
  }
}

let opened: Promise<Places> | undefined;

/** Seats invented councillors in the wards of `POSTCODES`. */
export async function seatCouncillors(site: Site): Promise<void> {
  for (const postcode of POSTCODES) {
    const { ward } = site.places.locate(postcode.replace(" ", "")).cell;
    for (let seat = 0; seat < COUNCILLORS_PER_WARD; seat += 1) await councillor(site, { gssCode: ward });
  }
}

/** Opens a petition of which every one of them is to be told at the next slot; gives its slug. */
export async function openNextPetition(site: Site, now: number): Promise<string> {
  const petition = await openPetition(site, {}, now);
  for (let count = 0; count < FIRST_SIGNERS; count += 1)
    await confirmedSignature(site, petition, { postcode: pick(POSTCODES, count) }, now);
  return petition.slug;
}

function pick(postcodes: readonly string[], count: number): string | undefined {
  return postcodes[count % postcodes.length];
}
