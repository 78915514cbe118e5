import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { AreaMaps } from "../domain/area/map-drawing.ts";
import type { Site } from "../domain/site.ts";
import type { Settings } from "../env.server.ts";

/** What every loader and action is handed: the site, the clock, and who asks. */
export interface RequestContext extends Site {
  clock: Clock;
  settings: Settings;
  log: Logger;
  maps: AreaMaps;
  /** The client's network address; never stored or logged, only hashed. */
  client: { address: string };
  /** Runs all work that has come due: what `/dev/clock` does after moving the clock. */
  runDue(): Promise<void>;
}

/** The same before anybody has asked: what the program hands to all pages. */
export type PageContext = Omit<RequestContext, "client">;

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
