import type { ActionFunction, AppLoadContext, ServerBuild } from "@remix-run/node";

/** Answers some forms by the actions of their pages alone. */
export interface DirectActions {
  /** The build for Remix: in it an action that has run for a request does not run for it again. */
  build: ServerBuild;
  /**
   * Runs the action of a form's page, where it is one of these. A redirect is the whole answer; anything else (a form
   * to show again, a refusal, a fault) is Remix's to show, and comes back as the request to ask it with.
   */
  act(request: Request, context: AppLoadContext): Promise<Response | Request>;
  /** The pattern of the page, where it is one of these. */
  patternOf(pathname: string): string | undefined;
}

/** What an action came to: what it gave back, or threw. */
type Outcome = { gave: Awaited<ReturnType<ActionFunction>> } | { threw: unknown };

type Route = NonNullable<ServerBuild["routes"][string]>;

interface DirectRoute {
  id: string;
  route: Route;
  pattern: string;
  path: RegExp;
  param: string;
  action: ActionFunction;
}

/** All that is sent thousands of times a minute on a busy day, and mostly answered by a redirect. */
const PATTERNS = ["/petitions/:slug/sign", "/letters/:slug/sign", "/confirm/:token"];
const PARAM = /:(\w+)/;
/** A part of a path in which nothing is escaped, so that it means itself. */
const PLAIN_PART = "([A-Za-z0-9_-]+)";

/**
 * Takes the actions of signing and confirming out of a build, to run them without the machinery of pages around them:
 * to find routes, and to make three requests out of one, takes longer than the action itself. They are the functions
 * that Remix has, and each runs once for each request.
 */
export function directActions(build: ServerBuild): DirectActions {
  const routes = PATTERNS.flatMap((pattern) => directRoute(build, pattern));
  const outcomes = new WeakMap<AppLoadContext, Outcome>();

  function find(pathname: string): { route: DirectRoute; value: string } | undefined {
    for (const route of routes) {
      const value = route.path.exec(pathname)?.[1];
      if (value !== undefined) return { route, value };
    }
    return undefined;
  }

  async function act(request: Request, context: AppLoadContext): Promise<Response | Request> {
    const { pathname, search } = new URL(request.url);
    const found = request.method === "POST" && search === "" ? find(pathname) : undefined;
    if (!found) return request;
    const { route, value } = found;
    const { method, url, headers, signal } = request;
    const outcome = await outcomeOf(route.action, { request, context, params: { [route.param]: value } });
    const came = "gave" in outcome ? outcome.gave : outcome.threw;
    if (isRedirect(came)) return came;
    outcomes.set(context, outcome);
    return new Request(url, { method, headers, signal });
  }

  return {
    build: {
      ...build,
      routes: { ...build.routes, ...Object.fromEntries(routes.map((route) => [route.id, runOnce(route)])) },
    },
    act,
    patternOf: (pathname) => find(pathname)?.route.pattern,
  };

  /** The route for Remix: its action gives what it came to where it has run already. */
  function runOnce({ route, action }: DirectRoute): ServerBuild["routes"][string] {
    const once: ActionFunction = (args) => {
      const outcome = outcomes.get(args.context);
      if (!outcome) return action(args);
      if ("threw" in outcome) throw outcome.threw;
      return outcome.gave;
    };
    return { ...route, module: { ...route.module, action: once } };
  }
}

function directRoute(build: ServerBuild, pattern: string): DirectRoute[] {
  const param = PARAM.exec(pattern)?.[1] ?? "";
  const path = new RegExp(`^${pattern.replace(PARAM, PLAIN_PART)}$`);
  return Object.values(build.routes).flatMap((route) => {
    const action = route?.module.action;
    if (!route || !action || patternOf(build, route.id) !== pattern) return [];
    return [{ id: route.id, route, pattern, path, param, action }];
  });
}

function patternOf({ routes }: ServerBuild, id: string): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""])
    if (route.path) parts.unshift(route.path);
  return `/${parts.join("/")}`;
}

async function outcomeOf(action: ActionFunction, args: Parameters<ActionFunction>[0]): Promise<Outcome> {
  try {
    return { gave: await action(args) };
  } catch (threw) {
    return { threw };
  }
}

/** A redirect to a path of ours, which goes out as it is. */
function isRedirect(came: unknown): came is Response {
  return (
    came instanceof Response &&
    [301, 302, 303, 307, 308].includes(came.status) &&
    /^\/(?!\/)/.test(came.headers.get("Location") ?? "")
  );
}
