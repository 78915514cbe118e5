import type { Server } from "node:http";
import { setImmediate } from "node:timers/promises";

/** Where new connections wait until the process takes them up. */
export interface Doorstep {
  /** Resolves once nobody new stands there, or after a moment: work that takes long waits for it. */
  clear(): Promise<void>;
}

/** Work waits so long at most … */
const MOST_MS = 20;
/** … but for so many turns, even where other programs leave this one little time. */
const LEAST_TURNS = 40;
/** So many go on in one turn: each takes a part of a millisecond, and the next look at the door comes after them. */
const AT_ONCE = 10;

/**
 * Node takes up one new connection in each turn of its loop. If each turn also does some milliseconds of work,
 * a crowd that comes at once waits at the door for seconds, unseen by all that counts and shares; without work a turn
 * takes almost nothing. So work waits until a turn has brought nobody new, and then goes on a few at a time.
 */
export function watchDoorstep(server: Server): Doorstep {
  let arrivals = 0;
  const waiting: (() => void)[] = [];
  let isLetting = false;
  server.on("connection", () => {
    arrivals += 1;
  });

  async function takeUp(): Promise<void> {
    const until = performance.now() + MOST_MS;
    let seen: number;
    let turns = 0;
    do {
      seen = arrivals;
      turns += 1;
      // The first ends this turn, the second the next, which has looked at the door.
      await setImmediate();
      await setImmediate();
    } while (arrivals !== seen && (turns < LEAST_TURNS || performance.now() < until));
  }

  async function letOn(): Promise<void> {
    if (isLetting) return;
    isLetting = true;
    while (waiting.length > 0) {
      await takeUp();
      for (const goOn of waiting.splice(0, AT_ONCE)) goOn();
    }
    isLetting = false;
  }

  return {
    clear() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        void letOn();
      });
    },
  };
}
