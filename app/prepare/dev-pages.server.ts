import type { PageContext } from "../http/context.ts";
import type { Pages } from "../http/pages.server.ts";
import { livePages } from "../http/pages.server.ts";
import type { Files } from "../http/static-files.server.ts";
import { requireBuild } from "./load-build.server.ts";

/** Pages that follow the sources as they are edited; there is no client script, so a reload shows them. */
export async function makeDevPages(
  context: PageContext,
): Promise<{ files: Files; pages: Pages; close(): Promise<void> }> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    appType: "custom",
    server: { middlewareMode: true, hmr: false, ws: false },
  });
  return {
    files: (req, res, next) => vite.middlewares(req, res, next),
    pages: livePages(
      async () => requireBuild(await vite.ssrLoadModule("virtual:remix/server-build")),
      context,
    ),
    close: () => vite.close(),
  };
}
