import type { Logger } from "pino";
import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { loadNotices } from "#db/seed/load-notices.server.ts";
import { seedDemonstration } from "#db/seed/seed-demonstration.server.ts";
import { makeClock } from "../clock.ts";
import { checkSecrets } from "../domain/privacy/check-secrets.server.ts";
import { makeKeyring } from "../domain/privacy/keyring.server.ts";
import { findClockOffset } from "../domain/time/clock-offset.server.ts";
import type { Settings } from "../env.server.ts";
import type { PageContext } from "../http/context.ts";
import { describeFault } from "../http/log.server.ts";
import { guardForwarding } from "./forwarding-guard.server.ts";
import { makeWork, type Work } from "./make-work.server.ts";
import { preparePostcodes } from "./postcodes.server.ts";
import type { Output } from "./progress.ts";
import { prepareReference } from "./reference.server.ts";

/** A site whose data is ready, and its end. */
export interface OpenedSite {
  context: PageContext;
  /** Stops the worker, then closes the database. */
  close(): Promise<void>;
}

/** Opens everything that pages and jobs stand on: migrated, placed and, where it is a demonstration, seeded. */
export async function openSite(settings: Settings, log: Logger, output: Output): Promise<OpenedSite> {
  await migrate(settings.databaseUrl);
  const db = openDatabase(settings.databaseUrl, {
    onFault: ({ what, error }) => log.error({ what, fault: describeFault(error) }, "a fault in the database"),
  });
  const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
  await checkSecrets(db, keyring);
  await guardForwarding(db, settings.forwarding);
  const places = await preparePostcodes(settings.dataDir, output);
  await prepareReference(db, places, keyring);
  await loadNotices(db);
  const clock = makeClock(settings.isProduction ? 0 : await findClockOffset(db));
  const site = { db, keyring, places, shard: 0, wake: () => work.wake() };
  const work: Work = makeWork({ ...site, settings, clock, log });
  if (settings.demo && (await seedDemonstration(site, clock.now())))
    output.write("Made the demonstration: invented people in real places.\n");
  await work.start();
  return {
    context: { ...site, settings, clock, log, runDue: () => work.runDue() },
    async close() {
      await work.stop();
      await db.close();
      places.close();
    },
  };
}
