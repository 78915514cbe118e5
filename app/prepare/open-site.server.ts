import type { Logger } from "pino";
import { openDatabase } from "#db/client.server.ts";
import { readBoundaryFile } from "#db/reference/boundary-file.ts";
import { openSignals, type Signals } from "#db/signals.server.ts";
import { makeAreaMaps } from "../domain/area/map-drawings.server.ts";
import { makeKeyring } from "../domain/privacy/keyring.server.ts";
import { findClockOffset } from "../domain/time/clock-offset.server.ts";
import type { Settings } from "../env.server.ts";
import type { PageContext } from "../http/context.ts";
import { describeFault } from "../http/log.server.ts";
import { QUIET_UNITS } from "../http/quiet-units.ts";
import { awaitWork } from "../jobs/await-work.server.ts";
import { makeWork, type Work } from "./make-work.server.ts";
import { placesOfToday, preparePostcodes } from "./postcodes.server.ts";
import { clockOf, prepareSite } from "./prepare-site.server.ts";
import type { Output } from "./progress.ts";

/** A site whose data is ready, and its end. */
export interface OpenedSite {
  context: PageContext;
  /** The line to the other processes. */
  signals: Signals;
  /** Stops the worker, then closes the database. */
  close(): Promise<void>;
}

/** What the opened site tells its caller, and what has been done before. */
export interface OpenOptions {
  log: Logger;
  output: Output;
  /** Another process of this start has prepared everything. */
  isPrepared: boolean;
  /** Waited for before each part of the work. */
  giveWay(): Promise<void>;
  /** Waited for before each mail. */
  breathe(): Promise<void>;
  /** Told of every unit of this process that is committed. */
  onCommit(unitName: string): void;
  /** Told where any process has written what pages may not show a moment longer. */
  onPagesOld(): void;
}

/** Opens everything that pages and jobs stand on: migrated, placed and, where it is a demonstration, seeded. */
export async function openSite(settings: Settings, options: OpenOptions): Promise<OpenedSite> {
  const { log, output, onCommit } = options;
  const onFault = ({ what, error }: { what: string; error: unknown }): void =>
    log.error({ what, fault: describeFault(error) }, "a fault in the database");
  const onLag = (error: unknown): void => onFault({ what: "the clock could not follow", error });
  const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
  if (!options.isPrepared) await prepareSite(settings, keyring, output);
  const opened = await preparePostcodes(settings.dataDir, output);
  const isQuiet = (unitName: string): boolean => QUIET_UNITS.has(unitName);
  const db = openDatabase(settings.databaseUrl, { onFault, onCommit, isQuiet, breathe: options.breathe });
  const clock = await clockOf(db, settings);
  const places = await placesOfToday(db, opened, clock.now());
  let work: Work | undefined;
  const signals = await openSignals(settings.databaseUrl, {
    onFault,
    onSignal(signal) {
      if (signal === "work") work?.wake();
      else options.onPagesOld();
      if (signal === "pages" && !settings.isProduction) followClock().catch(onLag);
    },
  });
  // Moved since it was read, and before anything could be heard.
  if (!settings.isProduction) await followClock();
  const wake = (): void => (settings.role === "web" ? signals.send("work") : work?.wake());
  const site = { db, keyring, places, shard: signals.shard, wake };
  work = makeWork({ ...site, settings, clock, log, giveWay: options.giveWay, breathe: options.breathe });
  await work.start();

  /** Where one process moves the clock, the others follow. */
  async function followClock(): Promise<void> {
    clock.offset = Math.max(clock.offset, await findClockOffset(db));
  }

  return {
    signals,
    context: {
      ...site,
      settings,
      clock,
      log,
      maps: makeAreaMaps(readBoundaryFile),
      runDue: async () =>
        settings.role === "web" ? awaitWork({ ...site, settings, clock }) : work?.runDue(),
    },
    async close() {
      await signals.close();
      await work?.stop();
      work = undefined;
      await db.close();
      opened.close();
    },
  };
}
