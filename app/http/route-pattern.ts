import { matchRoutes } from "@remix-run/react";

/** As much of a Remix route as says where it stands. */
export interface RoutePlace {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
}

type RouteNode =
  | { id: string; path?: string; index: true }
  | { id: string; path?: string; children: RouteNode[] };

/** What is written where no route matches. */
export const NO_ROUTE = "(none)";

/** Gives the pattern (`/petitions/:slug/sign`) that a path matches: what logs and metrics may know of it. */
export function patternMatcher(routes: Record<string, RoutePlace | undefined>): (pathname: string) => string {
  const places = Object.values(routes).filter((place) => place !== undefined);
  const tree = childrenOf(places, undefined);
  return (pathname) => {
    const matches = matchRoutes(tree, pathname);
    if (!matches) return NO_ROUTE;
    const parts = matches.map((match) => match.route.path ?? "").filter((path) => path !== "");
    return `/${parts.join("/")}`.replace(/\/{2,}/g, "/");
  };
}

function childrenOf(places: readonly RoutePlace[], parentId: string | undefined): RouteNode[] {
  return places
    .filter((place) => (place.parentId || undefined) === parentId)
    .map(({ id, path, index }): RouteNode => {
      if (index) return { id, path, index };
      return { id, path, children: childrenOf(places, id) };
    });
}
