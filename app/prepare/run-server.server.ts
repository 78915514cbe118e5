import type { AddressInfo, Server } from "node:net";
import type { Settings } from "../env.server.ts";
import { makeLog } from "../http/log.server.ts";
import { makeMetrics } from "../http/metrics.server.ts";
import { makePageCache } from "../http/page-cache.server.ts";
import { QUIET_UNITS } from "../http/quiet-units.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { makeServer } from "../http/server.server.ts";
import { lockData } from "./lock-data.server.ts";
import { makeFront } from "./make-front.server.ts";
import { openSite } from "./open-site.server.ts";
import { welcome } from "./welcome.server.ts";

/** Milliseconds that requests in flight are given when the program is told to end. */
const DRAIN_MS = 10_000;

/** A running program. */
export interface RunningServer {
  /** Answers what is in flight, stops the worker, closes the database. */
  stop(): Promise<void>;
}

/** Listens at once, then makes everything ready, then serves. @throws StartRefused and faults of the start. */
export async function runServer(given: Settings, options: { isDev: boolean }): Promise<RunningServer> {
  const log = makeLog(given.logLevel);
  const site = makeServer({ isProduction: given.isProduction, log, metrics: makeMetrics() });
  const settings = withRealPort(given, await listen(site.server, given));
  const lock = lockData(settings.databaseUrl);
  const front = makeFront(settings, options, (line) => process.stdout.write(`${line}\n`));
  let noteCommit = (_unit: string): void => {};
  const opened = await openSite(settings, log, process.stdout, (unit) => noteCommit(unit));
  const { close, ...doors } = await front(opened.context);
  const { db } = opened.context;
  const everywhere = securityHeaders(settings.isProduction);
  const cache = options.isDev ? undefined : makePageCache({ everywhere, changeMark: () => db.changeMark() });
  if (cache) noteCommit = (unit) => (QUIET_UNITS.has(unit) ? cache.noteChange() : cache.forget());
  site.open({ settings, cache, ...doors });
  process.stdout.write(`${await welcome(opened.context.db, settings)}\n`);
  return {
    async stop() {
      await site.drain(DRAIN_MS);
      await close();
      await opened.close();
      lock.release();
    },
  };
}

function listen(server: Server, { port, host }: Settings): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      const address = server.address();
      if (address && typeof address === "object") resolve(address);
      else reject(new Error("the server listens on no port"));
    });
  });
}

/** With `PORT=0` the system chooses a port, and our own address is known only then. */
function withRealPort(settings: Settings, { port }: AddressInfo): Settings {
  const appUrl = new URL(settings.appUrl);
  if (appUrl.port === "0") appUrl.port = String(port);
  return { ...settings, port, appUrl: appUrl.origin };
}
