import type { AddressInfo, Server } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Settings } from "../env.server.ts";
import { makeLog } from "../http/log.server.ts";
import { watchLoop } from "../http/loop-delay.server.ts";
import { makeMetrics } from "../http/metrics.server.ts";
import { FORM_LIMITS, makeOverload } from "../http/overload.server.ts";
import { makePageCache, type PageCache } from "../http/page-cache.server.ts";
import { QUIET_UNITS } from "../http/quiet-units.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { makeServer } from "../http/server.server.ts";
import { CONNECTIONS_WAITING } from "../policy-load.ts";
import { lockData } from "./lock-data.server.ts";
import { makeFront } from "./make-front.server.ts";
import { openSite } from "./open-site.server.ts";
import type { Supervised } from "./supervised.server.ts";
import { welcome } from "./welcome.server.ts";

/** Milliseconds that requests in flight are given when the program is told to end. */
const DRAIN_MS = 10_000;

/** A running program. */
export interface RunningServer {
  /** Answers what is in flight, stops the worker, closes the database. */
  stop(): Promise<void>;
}

/**
 * Runs one process: listens at once, then makes everything ready, then serves. Under a supervisor all but the first
 * listen once they are ready, as others serve meanwhile, and one for work alone does not listen at all.
 *
 * @throws StartRefused and faults of the start.
 */
export async function runServer(
  given: Settings,
  { isDev, supervised }: { isDev: boolean; supervised?: Supervised },
): Promise<RunningServer> {
  const log = makeLog(given.logLevel);
  const metrics = makeMetrics();
  const site = makeServer({ isProduction: given.isProduction, log, metrics, isOneOfMany: !!supervised });
  const listensAtOnce = !supervised || supervised.isFirst;
  const settings = listensAtOnce ? withRealPort(given, await listen(site.server, given)) : given;
  const lock = lockData(settings.databaseUrl);
  const front = makeFront(settings, { isDev }, (line) => process.stdout.write(`${line}\n`));
  let cache: PageCache | undefined;
  const gate = makeOverload(FORM_LIMITS, watchLoop().lateMs);
  const { context, signals, close } = await openSite(settings, {
    log,
    output: process.stdout,
    isPrepared: supervised?.isPrepared ?? false,
    giveWay: gate.giveWay,
    breathe: site.clearDoorstep,
    onCommit: (unit) => (QUIET_UNITS.has(unit) ? cache?.noteChange() : cache?.forget()),
    onPagesOld: () => cache?.forget(),
  });
  const { close: closeFront, busyPage, ...doors } = await front(context);
  if (!isDev)
    cache = makePageCache({
      everywhere: securityHeaders(settings.isProduction),
      changeMark: () => context.db.changeMark(),
      // Who cannot hear what others take down keeps nothing longer than a second.
      isBusy: () => gate.isBusy() && signals.hears(),
    });
  site.open({ settings, cache, overload: busyPage && { gate, page: busyPage }, ...doors });
  if (!listensAtOnce && settings.role !== "worker") await listen(site.server, settings);
  if (!supervised?.isPrepared) process.stdout.write(`${await welcome(context.db, settings)}\n`);
  supervised?.share(metrics);
  supervised?.tellReady();
  return {
    async stop() {
      site.leave();
      await delay(settings.drainSeconds * 1_000);
      await site.drain(DRAIN_MS);
      await closeFront();
      await close();
      lock.release();
    },
  };
}

function listen(server: Server, { port, host }: Settings): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: CONNECTIONS_WAITING }, () => {
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
