import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import { CONNECTIONS_AT_ONCE, CONNECTIONS_KEPT } from "../policy-load.ts";
import { type Answered, answerRequest, type Front } from "./answer.server.ts";
import { answerBroken } from "./broken-request.ts";
import { makeTurns } from "./connection-turns.ts";
import { countConnections } from "./count-connections.server.ts";
import { watchDoorstep } from "./doorstep.server.ts";
import { answerHealth, type ServerState } from "./health.server.ts";
import { prefersJson } from "./json-paths.ts";
import { describeFault } from "./log.server.ts";
import type { Metrics } from "./metrics.server.ts";
import { answerPreflight } from "./preflight.ts";
import { hasSession } from "./public-page.ts";
import { refuse } from "./refusal.ts";
import { readTarget } from "./request-target.ts";
import { securityHeaders } from "./security-headers.ts";
import { send, sendKept } from "./send.server.ts";

/** The server, answering for itself from the first moment and for the site once it has been opened. */
export interface SiteServer {
  server: Server;
  /** From now on pages are served. */
  open(front: Front): void;
  /** Resolves once those who have just connected have been taken up: what takes long waits for it. */
  clearDoorstep(): Promise<void>;
  /** From now on says that it is about to end, while everything is answered as before. */
  leave(): void;
  /** Stops taking connections; resolves when the last request is answered, or after `limitMs`. */
  drain(limitMs: number): Promise<void>;
}

/** One request on its way: the path once it is read, and what the log may call it. */
interface Asked {
  req: IncomingMessage;
  res: ServerResponse;
  pathname: string;
  route: string;
}

/** What nginx writes where nobody was left to read the answer. */
const CLIENT_WENT_AWAY = 499;
const METHODS = new Set(["GET", "HEAD", "POST"]);
/** Asked every few seconds by whatever watches the process: not worth a line each. */
const WATCHED = /^\/(?:healthz|readyz|metrics)$/;
const ALLOW = "GET, HEAD, POST";
/** To read addresses against while there is no site: only paths matter then. */
const NO_SITE_YET = "http://localhost";

/** Makes the server; `listen` is the caller's. */
export function makeServer(options: {
  isProduction: boolean;
  log: Logger;
  metrics: Metrics;
  /** Others take connections at the same address: one that is used much is given up, and begins anew with any of them. */
  isOneOfMany?: boolean;
  /** From more open ones on no connection is kept for another request. */
  connectionsKept?: number;
}): SiteServer {
  const { isProduction, log, metrics, connectionsKept = CONNECTIONS_KEPT } = options;
  const everywhere = Object.entries(securityHeaders(isProduction));
  let state: ServerState = "starting";
  let front: Front | undefined;
  const hasHadItsTurn = options.isOneOfMany ? makeTurns() : undefined;

  const server = createServer((req, res) => {
    // Who comes again is to find another process, or is to leave room for those who have not come yet.
    if (state === "leaving" || hasHadItsTurn?.(req.socket) || openCount() > connectionsKept)
      res.shouldKeepAlive = false;
    if (sendAtOnce(req, res)) return;
    const startedAt = performance.now();
    const asked: Asked = { req, res, pathname: "", route: "(unread)" };
    for (const [name, value] of everywhere) res.setHeader(name, value);
    res.once("close", () => {
      note(asked, performance.now() - startedAt);
      if (state === "draining") setImmediate(() => server.closeIdleConnections());
    });
    serve(asked).catch(() => res.destroy());
  });
  server.on("clientError", answerBroken);
  server.headersTimeout = 20_000;
  // A picture takes this long from a phone with a poor connection.
  server.requestTimeout = 180_000;
  server.keepAliveTimeout = 20_000;
  server.maxConnections = CONNECTIONS_AT_ONCE;
  const openCount = countConnections(server);
  const { clear } = watchDoorstep(server);

  function isServing(): boolean {
    return state === "ready" || state === "leaving";
  }

  /** A page that is kept goes out at once: not logged line by line, only counted. */
  function sendAtOnce(req: IncomingMessage, res: ServerResponse): boolean {
    const { url = "", headers, method } = req;
    if (!front?.cache || !isServing() || (method !== "GET" && method !== "HEAD")) return false;
    const page = front.cache.kept(url);
    if (!page || hasSession(headers, isProduction)) return false;
    metrics.countKept();
    sendKept(page, { req, res })?.catch(() => res.destroy());
    return true;
  }

  async function serve(asked: Asked): Promise<void> {
    const { res } = asked;
    try {
      const response = await respond(asked);
      if (state === "draining" && !res.headersSent) res.shouldKeepAlive = false;
      if (response === "sent") return;
      if (response instanceof Response) await send(response, asked);
      else await sendKept(response, asked);
    } catch (fault) {
      log.error({ fault: describeFault(fault), route: asked.route }, "a request failed");
      if (res.headersSent) res.destroy();
      else await send(refuse(500, { asJson: false }), asked);
    }
  }

  function note({ req, res, route }: Asked, took: number): void {
    const { method = "" } = req;
    const line = {
      method: METHODS.has(method) ? method : "other",
      route,
      status: res.writableEnded ? res.statusCode : CLIENT_WENT_AWAY,
      ms: Math.round(took * 10) / 10,
    };
    metrics.observe(line);
    log[WATCHED.test(route) ? "debug" : "info"](line, "request");
  }

  /** Gives the answer; `sent` where it is on its way already. Notes in `asked` what may be logged of the request. */
  async function respond(asked: Asked): Promise<Answered> {
    const { req, res } = asked;
    const target = readTarget(req.url, front?.settings.appUrl ?? NO_SITE_YET);
    if (!target.ok) return refuse(target.status, { asJson: false });
    const { pathname, search } = target.url;
    const asJson = prefersJson(pathname, req.headers.accept);
    asked.pathname = pathname;
    req.url = pathname + search;
    if (req.method === "OPTIONS") return answerPreflight(pathname, ALLOW);
    if (!METHODS.has(req.method ?? "")) return refuse(405, { asJson, headers: { Allow: ALLOW } });
    const health = await answerHealth(pathname, { state, metrics, isProduction });
    if (health) asked.route = pathname;
    if (health) return health;
    if (!front) return refuse(503, { asJson });
    asked.route = "(file)";
    const response = await answerRequest(front, { req, res, url: target.url, clear });
    if (response !== "sent") asked.route = front.pages.patternOf(pathname);
    return response;
  }

  return {
    server,
    clearDoorstep: clear,
    open(opened) {
      front = opened;
      if (state === "starting") state = "ready";
    },
    leave() {
      state = "leaving";
    },
    drain(limitMs) {
      state = "draining";
      return new Promise((resolve) => {
        const limit = setTimeout(() => server.closeAllConnections(), limitMs);
        server.close(() => {
          clearTimeout(limit);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
  };
}
