import type { RequestContext } from "./context.ts";

/** Lets a page through that does not exist on a public host. @throws Response 404 there. */
export function requireDevelopment({ settings }: Pick<RequestContext, "settings">): void {
  if (settings.isProduction) throw new Response(null, { status: 404 });
}
