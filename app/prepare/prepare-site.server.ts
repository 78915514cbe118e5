import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { migrate } from "#db/migrate.server.ts";
import { oneAtATime } from "#db/one-at-a-time.server.ts";
import { loadNotices } from "#db/seed/load-notices.server.ts";
import { seedDemonstration } from "#db/seed/seed-demonstration.server.ts";
import { type Clock, makeClock } from "../clock.ts";
import { indexMissing } from "../domain/campaign/index-campaign.server.ts";
import type { Places } from "../domain/place/places.server.ts";
import { checkSecrets } from "../domain/privacy/check-secrets.server.ts";
import type { Keyring } from "../domain/privacy/keyring.server.ts";
import { findClockOffset } from "../domain/time/clock-offset.server.ts";
import type { Settings } from "../env.server.ts";
import { guardForwarding } from "./forwarding-guard.server.ts";
import { placeSignatures } from "./place-signatures.server.ts";
import { placesOfToday, preparePostcodes } from "./postcodes.server.ts";
import type { Output } from "./progress.ts";
import { prepareReference } from "./reference.server.ts";

/** While nobody is served yet, a unit may hold the writer this long: the first ones are slow on a busy machine. */
const PREPARING_UNIT_MS = 30_000;

/**
 * Brings the database up to this version, checks that it is this site's, and fills it with what every site has. Many
 * nodes may start at once: one after another does this, and all but the first find it done.
 */
export async function prepareSite(settings: Settings, keyring: Keyring, output: Output): Promise<void> {
  const url = settings.databaseUrl;
  await oneAtATime(url, async () => {
    await migrate(url);
    await withDatabase(url, async (db) => {
      await checkSecrets(db, keyring);
      await guardForwarding(db, settings.forwarding);
    });
  });
  // Each machine has its own file: nobody waits for others to make theirs.
  const opened = await preparePostcodes(settings.dataDir, output);
  try {
    await oneAtATime(url, () => withDatabase(url, (db) => fill({ db, keyring }, opened, settings, output)));
  } finally {
    opened.close();
  }
}

async function fill(
  { db, keyring }: { db: Database; keyring: Keyring },
  opened: Places,
  settings: Settings,
  output: Output,
): Promise<void> {
  await prepareReference(db, opened, keyring);
  await loadNotices(db);
  const now = (await clockOf(db, settings)).now();
  const site = { db, keyring, places: await placesOfToday(db, opened, now), shard: 0, wake() {} };
  await placeSignatures(site, { dataDir: settings.dataDir, now, isStart: true });
  if (settings.demo && (await seedDemonstration(site, now)))
    output.write("Made the demonstration: invented people in real places.\n");
  await indexMissing(site);
}

async function withDatabase(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(url, { unitLimit: PREPARING_UNIT_MS });
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

/** The site's clock: outside production it may have been moved. */
export async function clockOf(db: Database, settings: Pick<Settings, "isProduction">): Promise<Clock> {
  return makeClock(settings.isProduction ? 0 : await findClockOffset(db));
}
