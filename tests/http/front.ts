import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { onTestFinished } from "vitest";
import type { Front } from "#app/http/answer.server.ts";
import { makeLog } from "#app/http/log.server.ts";
import { makeMetrics } from "#app/http/metrics.server.ts";
import type { PageCache } from "#app/http/page-cache.server.ts";
import type { Pages } from "#app/http/pages.server.ts";
import { makeServer } from "#app/http/server.server.ts";

/** What came back, as bytes on the wire say it. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Question {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface TestFront {
  port: number;
  /** The path goes over the wire exactly as it is given. */
  ask(path: string, question?: Question): Promise<Answer>;
  open(): void;
  leave(): void;
  drain(limitMs: number): Promise<void>;
  /** Lines of the log so far. */
  log(): string;
}

interface FrontOptions {
  isProduction?: boolean;
  trustProxy?: boolean;
  appUrl?: string;
  isOpen?: boolean;
  isOneOfMany?: boolean;
  connectionsKept?: number;
  answer?: Pages["answer"];
  patternOf?: Pages["patternOf"];
  cache?: PageCache;
  overload?: Front["overload"];
}

/** Every form is given back as JSON, so that a test sees what a page would have. */
export async function echo(page: Request, client: { address: string }): Promise<Response> {
  const form = page.method === "POST" ? Object.fromEntries(await page.formData()) : {};
  return Response.json({ form, url: page.url, client: client.address });
}

/** The server in this process, with a page behind it that a test can choose. */
export async function startFront(options: FrontOptions = {}): Promise<TestFront> {
  const { isProduction = false, trustProxy = false, isOpen = true, isOneOfMany, connectionsKept } = options;
  let lines = "";
  const log = makeLog("trace", { write: (line) => (lines += line) });
  const site = makeServer({ isProduction, log, metrics: makeMetrics(), isOneOfMany, connectionsKept });
  await new Promise<void>((resolve) => site.server.listen(0, "127.0.0.1", resolve));
  const address = site.server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  function open(): void {
    site.open({
      settings: { isProduction, trustProxy, appUrl: options.appUrl ?? `http://localhost:${port}` },
      cache: options.cache,
      overload: options.overload,
      files: (_req, _res, next) => next(),
      pages: { answer: options.answer ?? echo, patternOf: options.patternOf ?? (() => "/page") },
    });
  }
  if (isOpen) open();
  onTestFinished(() => site.drain(0));
  return {
    port,
    open,
    ask: (path, question) => ask(port, path, question),
    leave: () => site.leave(),
    drain: (limitMs) => site.drain(limitMs),
    log: () => lines,
  };
}

/** A form's body and type, from our own page. */
export function form(fields: Record<string, string>): Question {
  return {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams(fields).toString(),
  };
}

function ask(port: number, path: string, { method = "GET", headers, body }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: bytes,
          text: bytes.toString(),
        });
      });
    });
    asked.once("error", reject);
    asked.end(body);
  });
}
