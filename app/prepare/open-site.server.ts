import type { Logger } from "pino";
import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { migrate } from "#db/migrate.server.ts";
import { readBoundaryFile } from "#db/reference/boundary-file.ts";
import { loadNotices } from "#db/seed/load-notices.server.ts";
import { seedDemonstration } from "#db/seed/seed-demonstration.server.ts";
import { type Clock, makeClock } from "../clock.ts";
import { listEndings } from "../domain/area/list-endings.server.ts";
import { makeAreaMaps } from "../domain/area/map-drawings.server.ts";
import { indexMissing } from "../domain/campaign/index-campaign.server.ts";
import type { Places } from "../domain/place/places.server.ts";
import { placesAfter } from "../domain/place/places-after.ts";
import { checkSecrets } from "../domain/privacy/check-secrets.server.ts";
import { type Keyring, makeKeyring } from "../domain/privacy/keyring.server.ts";
import { findClockOffset } from "../domain/time/clock-offset.server.ts";
import { londonDay } from "../domain/time/london.ts";
import type { Settings } from "../env.server.ts";
import type { PageContext } from "../http/context.ts";
import { describeFault } from "../http/log.server.ts";
import { guardForwarding } from "./forwarding-guard.server.ts";
import { makeWork, type Work } from "./make-work.server.ts";
import { placeSignatures } from "./place-signatures.server.ts";
import { preparePostcodes } from "./postcodes.server.ts";
import type { Output } from "./progress.ts";
import { prepareReference } from "./reference.server.ts";

/** A site whose data is ready, and its end. */
export interface OpenedSite {
  context: PageContext;
  /** Stops the worker, then closes the database. */
  close(): Promise<void>;
}

/** While nobody is served yet, a unit may hold the writer this long: the first ones are slow on a busy machine. */
const PREPARING_UNIT_MS = 30_000;

/** Opens everything that pages and jobs stand on: migrated, placed and, where it is a demonstration, seeded. */
export async function openSite(
  settings: Settings,
  log: Logger,
  output: Output,
  onCommit: (unitName: string) => void,
): Promise<OpenedSite> {
  await migrate(settings.databaseUrl);
  const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
  const places = await prepareData(settings, keyring, output);
  const db = openDatabase(settings.databaseUrl, {
    onFault: ({ what, error }) => log.error({ what, fault: describeFault(error) }, "a fault in the database"),
    onCommit,
  });
  const clock = await clockOf(db, settings);
  const site = { db, keyring, places, shard: 0, wake: () => work.wake() };
  const work: Work = makeWork({ ...site, settings, clock, log });
  await work.start();
  return {
    context: {
      ...site,
      settings,
      clock,
      log,
      maps: makeAreaMaps(readBoundaryFile),
      runDue: () => work.runDue(),
    },
    async close() {
      await work.stop();
      await db.close();
      places.close();
    },
  };
}

/** Checks that the database is this site's, and fills it with what every site has. Gives the opened postcodes. */
async function prepareData(settings: Settings, keyring: Keyring, output: Output): Promise<Places> {
  const db = openDatabase(settings.databaseUrl, { unitLimit: PREPARING_UNIT_MS });
  try {
    await checkSecrets(db, keyring);
    await guardForwarding(db, settings.forwarding);
    const opened = await preparePostcodes(settings.dataDir, output);
    await prepareReference(db, opened, keyring);
    await loadNotices(db);
    const clock = await clockOf(db, settings);
    const now = clock.now();
    const places = placesAfter(opened, await listEndings(db.read, londonDay(now)));
    const site = { db, keyring, places, shard: 0, wake() {} };
    await placeSignatures(site, { dataDir: settings.dataDir, now, isStart: true });
    if (settings.demo && (await seedDemonstration(site, now)))
      output.write("Made the demonstration: invented people in real places.\n");
    await indexMissing(site);
    return places;
  } finally {
    await db.close();
  }
}

async function clockOf(db: Database, settings: Settings): Promise<Clock> {
  return makeClock(settings.isProduction ? 0 : await findClockOffset(db));
}
