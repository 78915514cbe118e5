import type { Settings } from "../env.server.ts";
import type { Front } from "../http/answer.server.ts";
import type { BusyPage } from "../http/busy-answer.server.ts";
import type { PageContext } from "../http/context.ts";
import { prepareBuild } from "./build-app.server.ts";

/** Files and pages, and how they end. */
type Doors = Pick<Front, "files" | "pages"> & { busyPage?: BusyPage; close(): Promise<void> };

/**
 * Begins at once with what takes long, the build, and gives the pages once their context is there. What only a
 * build or the development server needs is loaded only by them.
 */
export function makeFront(
  settings: Settings,
  { isDev }: { isDev: boolean },
  say: (line: string) => void,
): (context: PageContext) => Promise<Doors> {
  if (settings.role === "worker") return noPages;
  if (isDev) return async (context) => (await import("./dev-pages.server.ts")).makeDevPages(context);
  const building = prepareBuild(say);
  // A failure is the caller's to see when it asks for the pages, even if that is much later.
  building.catch(() => {});
  return async (context) => {
    const built = await building;
    const { loadBuild } = await import("./load-build.server.ts");
    const { builtPages } = await import("../http/pages.server.ts");
    const { staticFiles } = await import("../http/static-files.server.ts");
    const { makeBusyPage } = await import("./busy-page.server.tsx");
    const pages = builtPages(await loadBuild(built.server), context);
    return {
      files: staticFiles(built.client),
      pages,
      busyPage: makeBusyPage(pages, settings.appUrl),
      close: async () => {},
    };
  };
}

/** A process that only works has health to tell and nothing to show. */
async function noPages(): Promise<Doors> {
  return {
    files: (_req, _res, next) => next(),
    pages: {
      answer: async () => new Response("This process serves no pages.\n", { status: 404 }),
      patternOf: () => "(none)",
    },
    close: async () => {},
  };
}
