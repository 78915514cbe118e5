import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { RequestContext } from "#app/http/context.ts";
import { moveClock, readAdvance } from "#app/http/move-clock.server.ts";
import { requireDevelopment } from "#app/http/require-development.ts";

export function loader({ context }: LoaderFunctionArgs): Response {
  requireDevelopment(context);
  return clockAsJson(context);
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  requireDevelopment(context);
  const outcome = await moveClock(context, await readAdvance(request));
  if (outcome === "refused")
    return Response.json({ status: 422, error: "advance is no ISO 8601 duration ahead" }, { status: 422 });
  return clockAsJson(context);
}

function clockAsJson({ clock }: RequestContext): Response {
  return Response.json({ now: clock.now(), offset: clock.offset });
}
