import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "#db/seed/random.ts";
import type { Processes } from "./processes.ts";

/** Kills one process after another, whichever chance says, as often as `everyMs` on average; what is returned ends it and gives how often which was killed. */
export function killNowAndThen(
  site: Processes,
  random: Random,
  everyMs: number,
): () => Promise<Record<string, number>> {
  const kills: Record<string, number> = {};
  const ending = new AbortController();
  const killing = (async () => {
    while (!ending.signal.aborted) {
      await pause(2 * random() * everyMs, undefined, { signal: ending.signal }).catch(() => {});
      const name = ending.signal.aborted ? undefined : site.killOne(random);
      if (name) kills[name] = (kills[name] ?? 0) + 1;
    }
  })();
  return async () => {
    ending.abort();
    await killing;
    await site.untilComplete();
    return kills;
  };
}
