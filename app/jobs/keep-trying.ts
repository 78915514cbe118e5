import { setTimeout as delay } from "node:timers/promises";

/** Between attempts, in milliseconds: longer than a machine stands still for a moment, shorter than any lease. */
const PAUSES_MS = [50, 250, 1000];

/**
 * Does work that must not be lost because the database was busy for a moment; each attempt is a transaction of its
 * own.
 *
 * @throws what the last attempt threw
 */
export async function keepTrying<Value>(work: () => Promise<Value>): Promise<Value> {
  for (const pause of PAUSES_MS)
    try {
      return await work();
    } catch {
      await delay(pause);
    }
  return work();
}
