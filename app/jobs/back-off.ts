import { HOUR, SECOND } from "../domain/time/durations.ts";

const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = 6 * HOUR;

/** How long to wait before the next attempt: doubling from 30 seconds to 6 hours, with a quarter of jitter. */
export function pauseBefore(
  attemptCount: number,
  retryAfterMs = 0,
  random: () => number = Math.random,
): number {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.max(0, attemptCount - 1), LONGEST_PAUSE);
  return Math.max(retryAfterMs, Math.round(pause * (1 + random() / 4)));
}
