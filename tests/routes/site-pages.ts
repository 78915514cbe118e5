import { fileURLToPath } from "node:url";
import { UNSAFE_flatRoutes as flatRoutes } from "@remix-run/dev";
import type { ServerBuild } from "@remix-run/node";
import { makeAreaMaps } from "#app/domain/area/map-drawings.server.ts";
import { makeLog } from "#app/http/log.server.ts";
import { builtPages, type Pages } from "#app/http/pages.server.ts";
import { letterRoutes } from "#app/letter-routes.ts";
import { readBoundaryFile } from "#db/reference/boundary-file.ts";
import { NOW } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";

/** The site's pages over a test's own data, asked as the server asks them. */
export interface SitePages {
  /** Any request, for a server to stand before the pages. */
  answer: Pages["answer"];
  get(path: string): Promise<Response>;
  /** The text of a page that is expected to be there, without its tags. */
  read(path: string): Promise<string>;
}

/** Opens the pages of a site at one moment; `settings` may differ from the site's own. */
export async function openPages(
  site: TestSite,
  {
    now = NOW,
    settings = site.settings,
    ...how
  }: { now?: number; settings?: TestSite["settings"]; actsDirectly?: boolean } = {},
): Promise<SitePages> {
  const context = {
    ...site,
    settings,
    clock: { offset: 0, now: () => now },
    log: makeLog("silent"),
    maps: makeAreaMaps(readBoundaryFile),
    runDue: async () => {},
  };
  const pages = builtPages(await buildOnce(), context, how);
  async function get(path: string): Promise<Response> {
    return pages.answer(new Request(new URL(path, settings.appUrl)), { address: "127.0.0.1" });
  }
  return {
    answer: pages.answer,
    get,
    async read(path) {
      const response = await get(path);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return readable(await response.text());
    },
  };
}

/** What a reader sees of HTML. */
export function readable(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>|<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

let built: Promise<ServerBuild> | undefined;

/** Reading the routes takes a second, and they are the same for all tests of a file. */
/** The site as it would be built, from its sources. */
export function buildOnce(): Promise<ServerBuild> {
  built ??= build();
  return built;
}

async function build(): Promise<ServerBuild> {
  const app = fileURLToPath(new URL("../../app", import.meta.url));
  const routes: ServerBuild["routes"] = {};
  const assets: ServerBuild["assets"]["routes"] = {};
  const root = { id: "root", path: "", file: "root.tsx" };
  const letters = letterRoutes(`${app}/routes`).map((route) => ({ ...route, parentId: "root" }));
  for (const { file, ...route } of [root, ...Object.values(flatRoutes(app, ["**/.*"])), ...letters]) {
    routes[route.id] = { ...route, module: await import(/* @vite-ignore */ `${app}/${file}`) };
    assets[route.id] = {
      ...route,
      module: "",
      hasLoader: true,
      hasAction: true,
      hasClientLoader: false,
      hasClientAction: false,
      hasErrorBoundary: false,
    };
  }
  return {
    entry: { module: await import("#app/entry.server.tsx") },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: assets, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    mode: "production",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  };
}
