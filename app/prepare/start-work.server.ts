import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Site } from "../domain/site.ts";
import type { Settings } from "../env.server.ts";

/** The worker inside this process, or in one that only serves pages nothing at all. */
export interface Work {
  wake(): void;
  /** Runs all that has come due. */
  runDue(): Promise<void>;
  /** Resolves once what was begun has ended. */
  stop(): Promise<void>;
}

const NONE: Work = { wake() {}, runDue: async () => {}, stop: async () => {} };

/** Starts the worker unless this process is for pages alone. */
export function startWork(_context: Site & { settings: Settings; clock: Clock; log: Logger }): Work {
  return NONE;
}
