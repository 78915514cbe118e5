import { addDays, lastWeeklySlot, londonInstant } from "./domain/time/london.ts";
import { DELIVERY_SLOT } from "./policy-forwarding.ts";

const DAY_MS = 86_400_000;

/**
 * The instants at which a clock that jumps from `from` to `to` has to stop so that nothing weekly or daily is
 * jumped over: every delivery slot on the way, never more than a day apart, `to` the last.
 */
export function stepsBetween(from: number, to: number): number[] {
  const steps: number[] = [];
  let at = from;
  while (at < to) {
    at = Math.min(at + DAY_MS, slotAfter(at), to);
    steps.push(at);
  }
  return steps;
}

function slotAfter(instant: number): number {
  const { weekday, time } = DELIVERY_SLOT;
  return londonInstant(addDays(lastWeeklySlot(instant, weekday, time), 7), time);
}
