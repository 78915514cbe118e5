import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** A part of a path that means itself: nothing escaped, and no capital, which routes take for a small letter. */
const PLAIN = /^[a-z0-9._-]+$/;

/**
 * Gives the part of a build in which a path finds the same route as in the whole: the routes that begin with the same
 * word and have as many parts, and those that take any path. Looking through hundreds of routes, which is done several
 * times for every page, takes longer than most pages.
 */
export function routeSections(build: ServerBuild): (pathname: string) => ServerBuild {
  const anywhere: string[] = [];
  const byPlace = new Map<string, string[]>();
  for (const id of Object.keys(build.routes)) {
    const parts = partsOf(build.routes, id);
    const place = placeOf(parts);
    if (parts[0]?.startsWith(":") || parts.some((part) => /[*?]$/.test(part))) anywhere.push(id);
    else byPlace.set(place, [...(byPlace.get(place) ?? []), id]);
  }
  const sections = new Map(
    [...byPlace].map(([place, ids]) => [place, sectionOf(build, [...ids, ...anywhere])]),
  );
  const rest = sectionOf(build, anywhere);

  return (pathname) => {
    const parts = pathname === "/" ? [] : pathname.slice(1).split("/");
    const isPlain = parts.every((part, at) => (at === 0 ? PLAIN.test(part) : part !== ""));
    return isPlain ? (sections.get(placeOf(parts)) ?? rest) : build;
  };
}

function placeOf(parts: readonly string[]): string {
  return `${parts[0] ?? ""}/${parts.length}`;
}

/** The parts of a route's path, those of the layouts around it first. */
function partsOf(routes: Routes, id: string): string[] {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""])
    parts.unshift(...(route.path ?? "").split("/").filter((part) => part !== ""));
  return parts;
}

/** A build of these routes and the layouts around them alone. */
function sectionOf(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const kept = new Set(["root"]);
  for (const id of ids)
    for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? ""]) kept.add(route.id);
  const only = <Of>(all: Record<string, Of>): Record<string, Of> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  const { assets } = build;
  return { ...build, routes: only(build.routes), assets: { ...assets, routes: only(assets.routes) } };
}
