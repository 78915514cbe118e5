import type { Server } from "node:http";
import { setImmediate } from "node:timers/promises";

/** Where new connections wait until the process takes them up. */
export interface Doorstep {
  /** Resolves once nobody new stands there, or after a moment: work that takes long waits for it. */
  clear(): Promise<void>;
}

/** Work waits so long at most. */
const MOST_MS = 20;

/**
 * Node takes up one connection in each turn of its loop. If each turn also does some milliseconds of work, a crowd that
 * comes at once waits at the door for seconds, unseen by all that counts and shares; without work a turn takes
 * almost nothing. So work waits, once for all, until a turn has brought nobody new.
 */
export function watchDoorstep(server: Server): Doorstep {
  let arrivals = 0;
  let clearing: Promise<void> | undefined;
  server.on("connection", () => {
    arrivals += 1;
  });

  async function takeUp(): Promise<void> {
    const until = performance.now() + MOST_MS;
    let seen: number;
    do {
      seen = arrivals;
      // The first ends this turn, the second the next, which has looked at the door.
      await setImmediate();
      await setImmediate();
    } while (arrivals !== seen && performance.now() < until);
  }

  return {
    clear() {
      clearing ??= takeUp().finally(() => {
        clearing = undefined;
      });
      return clearing;
    },
  };
}
