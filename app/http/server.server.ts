import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import { answerRequest, type Front } from "./answer.server.ts";
import { answerHealth, type ServerState } from "./health.server.ts";
import { prefersJson } from "./json-paths.ts";
import { describeFault } from "./log.server.ts";
import type { Metrics } from "./metrics.server.ts";
import { answerPreflight } from "./preflight.ts";
import { refuse } from "./refusal.ts";
import { readTarget } from "./request-target.ts";
import { securityHeaders } from "./security-headers.ts";
import { send } from "./send.server.ts";

/** The server, answering for itself from the first moment and for the site once it has been opened. */
export interface SiteServer {
  server: Server;
  /** From now on pages are served. */
  open(front: Front): void;
  /** Stops taking connections; resolves when the last request is answered, or after `limitMs`. */
  drain(limitMs: number): Promise<void>;
}

const METHODS = new Set(["GET", "HEAD", "POST"]);
/** Asked every few seconds by whatever watches the process: not worth a line each. */
const WATCHED = /^\/(?:healthz|readyz|metrics)$/;
const ALLOW = "GET, HEAD, POST";
/** To read addresses against while there is no site: only paths matter then. */
const NO_SITE_YET = "http://localhost";

/** Makes the server; `listen` is the caller's. */
export function makeServer(options: { isProduction: boolean; log: Logger; metrics: Metrics }): SiteServer {
  const { isProduction, log, metrics } = options;
  const everywhere = Object.entries(securityHeaders(isProduction));
  let state: ServerState = "starting";
  let front: Front | undefined;

  const server = createServer((req, res) => {
    const startedAt = performance.now();
    const asked = { route: "(unread)" };
    for (const [name, value] of everywhere) res.setHeader(name, value);
    if (state === "draining") res.shouldKeepAlive = false;
    res.once("close", () => {
      const line = {
        method: METHODS.has(req.method ?? "") ? (req.method ?? "") : "other",
        route: asked.route,
        status: res.writableFinished ? res.statusCode : 499,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
      };
      metrics.observe(line);
      log[WATCHED.test(asked.route) ? "debug" : "info"](line, "request");
    });
    respond(req, res, asked).catch((fault: unknown) => {
      log.error({ fault: describeFault(fault), route: asked.route }, "a request failed");
      if (res.headersSent) res.destroy();
      else void send(refuse(500, { asJson: false }), { req, res, pathname: "" }).catch(() => res.destroy());
    });
  });
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 20_000;

  async function respond(req: IncomingMessage, res: ServerResponse, asked: { route: string }): Promise<void> {
    const target = readTarget(req.url, front?.settings.appUrl ?? NO_SITE_YET);
    if (!target.ok) return send(refuse(target.status, { asJson: false }), { req, res, pathname: "" });
    const { url } = target;
    const { pathname } = url;
    const asJson = prefersJson(pathname, req.headers.accept);
    req.url = pathname + url.search;
    if (req.method === "OPTIONS") return send(answerPreflight(pathname, ALLOW), { req, res, pathname });
    if (!METHODS.has(req.method ?? ""))
      return send(refuse(405, { asJson, headers: { Allow: ALLOW } }), { req, res, pathname });
    const health = await answerHealth(pathname, { state, metrics, isProduction });
    if (health) {
      asked.route = pathname;
      return send(health, { req, res, pathname });
    }
    if (!front) return send(refuse(503, { asJson }), { req, res, pathname });
    asked.route = "(file)";
    const { pages } = front;
    const response = await answerRequest(front, { req, res, url });
    if (response === "sent") return;
    asked.route = pages.patternOf(pathname);
    await send(response, { req, res, pathname });
  }

  return {
    server,
    open(opened) {
      front = opened;
      if (state === "starting") state = "ready";
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
