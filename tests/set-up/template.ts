import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPlaces } from "#app/domain/place/places.server.ts";
import { waitForLock } from "#app/prepare/exclusive-lock.server.ts";
import { prepareReference } from "#app/prepare/reference.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { testKeyring } from "./keyring.ts";

/** Where the postcode file of all tests on this machine is kept: built once, found there afterwards. */
export const PLACES_FOLDER = join(tmpdir(), "hear-hear-places");

/** Makes what every test database starts from: all tables, with areas, members of parliament and cells. */
export async function makeTemplate(url: string): Promise<void> {
  await migrate(url);
  const places = openPlaces(await buildOnce());
  const db = openDatabase(url, { unitLimit: 10_000 });
  try {
    await prepareReference(db, places, testKeyring());
  } finally {
    await db.close();
    places.close();
  }
}

/** Both projects are set up at the same time; one of them builds, the other waits and finds it. */
async function buildOnce(): Promise<string> {
  const lock = await waitForLock(join(PLACES_FOLDER, "build.lock"));
  try {
    return (await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file;
  } finally {
    lock.release();
  }
}

declare module "vitest" {
  interface ProvidedContext {
    template: { engine: "sqlite" | "postgres"; at: string };
  }
}
