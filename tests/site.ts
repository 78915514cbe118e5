import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Places } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { readSettings, type Settings } from "#app/env.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import type { Database, DatabaseOptions } from "#db/database.ts";
import { testDatabase } from "./database.ts";
import { realPlaces } from "./domain/place/real-places.ts";
import { TEST_SECRETS, testKeyring } from "./set-up/keyring.ts";

/** A site of one test: its own database with the real areas, the real postcodes, the secrets of the tests. */
export interface TestSite extends Site {
  settings: Settings;
  /** What jobs work with, at one moment; mail stays in the mailbox unless `changes` say otherwise. */
  context(now: number, changes?: Partial<WorkerContext>): WorkerContext;
}

/** Makes a site; its database is gone when the test has finished. */
export async function testSite(options: DatabaseOptions = {}): Promise<TestSite> {
  return siteOn(await testDatabase(options));
}

/** A site on a database that its caller opens and closes. */
export async function siteOn(db: Database): Promise<TestSite> {
  const site: Site = { db, keyring: testKeyring(), places: await openPlacesOnce(), shard: 0, wake() {} };
  const settings = testSettings();
  return {
    ...site,
    settings,
    context: (now, changes = {}) => ({
      ...site,
      settings,
      clock: { offset: 0, now: () => now },
      log: { info() {}, warn() {}, error() {} },
      transport: { kind: "mailbox" },
      ...changes,
    }),
  };
}

/** Settings as a start outside production has them, with the secrets of the tests; `changes` by variable. */
export function testSettings(changes: Record<string, string> = {}): Settings {
  return readSettings({
    NODE_ENV: "test",
    APP_SECRET: TEST_SECRETS.app,
    HASH_SECRET: TEST_SECRETS.hash,
    DATA_DIR: join(tmpdir(), "hear-hear-no-data"),
    LOG_LEVEL: "silent",
    ...changes,
  });
}

let opened: Promise<Places> | undefined;

/** Read-only and the same for all tests, so one file of tests opens it once. */
function openPlacesOnce(): Promise<Places> {
  opened ??= realPlaces();
  return opened;
}
