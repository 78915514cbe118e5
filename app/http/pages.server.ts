import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import type { PageContext } from "./context.ts";
import { directActions } from "./direct-actions.server.ts";
import { NO_ROUTE, patternMatcher } from "./route-pattern.ts";
import { routeSections } from "./route-sections.ts";

/** The site's pages, as the server asks for them. */
export interface Pages {
  answer(request: Request, client: { address: string }): Promise<Response>;
  /** The pattern of the route that a path belongs to. */
  patternOf(pathname: string): string;
}

/**
 * Pages out of a finished Remix build. The forms that are sent most often go to their actions directly, unless
 * `actsDirectly` is false: then Remix answers all, in the same words.
 */
export function builtPages(
  build: ServerBuild,
  context: PageContext,
  { actsDirectly = true }: { actsDirectly?: boolean } = {},
): Pages {
  const direct = directActions(build);
  const sectionAt = routeSections(direct.build);
  const sections = new Map<ServerBuild, Section>();

  function find(pathname: string): Section {
    const part = sectionAt(pathname);
    const found = sections.get(part) ?? {
      handle: createRequestHandler(part, "production"),
      patternOf: patternMatcher(part.routes),
    };
    sections.set(part, found);
    return found;
  }

  return {
    async answer(request, client) {
      const asked = { ...context, client };
      const acted = actsDirectly ? await direct.act(request, asked) : request;
      return acted instanceof Response ? acted : find(new URL(acted.url).pathname).handle(acted, asked);
    },
    patternOf: (pathname) => direct.patternOf(pathname) ?? find(pathname).patternOf(pathname),
  };
}

/** What answers for a part of the site. */
interface Section {
  handle: RequestHandler;
  patternOf(pathname: string): string;
}

/**
 * Pages out of sources that change while the program runs; `load` gives them as they are now. In production mode all
 * the same: the development one puts styles into the page, which its policy forbids.
 */
export function livePages(load: () => Promise<ServerBuild>, context: PageContext): Pages {
  const handle = createRequestHandler(load, "production");
  let patternOf = (_pathname: string): string => NO_ROUTE;
  return {
    async answer(request, client) {
      patternOf = patternMatcher((await load()).routes);
      return handle(request, { ...context, client });
    },
    patternOf: (pathname) => patternOf(pathname),
  };
}
