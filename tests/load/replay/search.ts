import type { Played } from "./play.ts";
import { errorsOf, isOwnFault, worstP99 } from "./report.ts";

/** A day that holds: so long may the slowest in a hundred take. */
export const HELD_P99_MS = 500;
/** The search ends where the speeds that held and did not are as near as this. */
const NEAR = 1.15;
const MOST_SPEED = 200;

/** The largest speed that held, and why the next did not. */
export interface Found {
  held: Played | undefined;
  failed: Played | undefined;
}

/** Doubles the speed until the site does not hold it, then looks between. `tell` hears of every try. */
export async function searchSpeed(
  first: number,
  tryAt: (speed: number) => Promise<Played>,
  tell: (played: Played) => void,
): Promise<Found> {
  const found: Found = { held: undefined, failed: undefined };
  let speed = first;
  while (speed <= MOST_SPEED) {
    const played = await tryAt(speed);
    tell(played);
    if (holds(played)) found.held = played;
    else found.failed = played;
    const [low, high] = [found.held?.speed, found.failed?.speed];
    if (high === undefined) speed *= 2;
    else if (low === undefined) speed = high / 2;
    else if (high / low <= NEAR) break;
    else speed = Math.sqrt(low * high);
    if (speed < 0.1) break;
  }
  return found;
}

/** Whether everybody was answered in time and without an error, and all mail went. */
export function holds(played: Played): boolean {
  return worstP99(played) < HELD_P99_MS && errorsOf(played) === 0 && played.drainSeconds !== undefined;
}

/** Why a playing did not hold, in words. */
export function whyNot(played: Played): string {
  const reasons = [
    worstP99(played) >= HELD_P99_MS ? `99 in 100 within ${worstP99(played).toFixed(0)} ms` : "",
    errorsOf(played) > 0 ? `${errorsOf(played)} errors` : "",
    played.drainSeconds === undefined ? "mail that never went" : "",
    isOwnFault(played) ? "this program itself was late" : "",
  ];
  return reasons.filter(Boolean).join(", ");
}
