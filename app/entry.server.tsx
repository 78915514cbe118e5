import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { SiteDetailsContext } from "#app/components/site-details.ts";

/** Renders a page to finished bytes: no stream and no scripts, so it can be cached whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  { settings }: AppLoadContext,
): Response {
  page.serverHandoffStream = undefined;
  const { operatorName, operatorContact, demo } = settings;
  const html = renderToString(
    <SiteDetailsContext.Provider value={{ operatorName, operatorContact, demonstration: demo }}>
      <RemixServer context={page} url={request.url} />
    </SiteDetailsContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(request.method === "HEAD" ? null : `<!doctype html>${html}`, { status, headers });
}

/** Logs a fault without its message, which may hold what a person typed. A refusal (404, 405) is no fault. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.log.error({ fault: nameOf(error), frames: framesOf(error) }, "a page failed");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Where it happened: the lines of the stack after the message. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack.split("\n").filter((line) => /^\s+at /.test(line));
}
