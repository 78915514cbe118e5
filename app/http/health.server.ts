import type { Metrics } from "./metrics.server.ts";

/**
 * `starting` until there is something to serve; `leaving` once the process has been told to end and still answers
 * everything, until whoever stands in front has seen it; `draining` when it takes nothing new.
 */
export type ServerState = "starting" | "ready" | "leaving" | "draining";

/** What is asked by whoever watches the process; undefined where the path is not theirs. */
export async function answerHealth(
  pathname: string,
  about: { state: ServerState; metrics: Metrics; isProduction: boolean },
): Promise<Response | undefined> {
  if (pathname === "/healthz") return text(200, "alive\n");
  if (pathname === "/readyz")
    return about.state === "ready" ? text(200, "ready\n") : text(503, `${about.state}\n`);
  if (pathname !== "/metrics" || about.isProduction) return undefined;
  const { text: body, contentType } = await about.metrics.read();
  return new Response(body, { headers: { "Content-Type": contentType } });
}

function text(status: number, body: string): Response {
  return new Response(body, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
