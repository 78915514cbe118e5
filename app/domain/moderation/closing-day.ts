import { OPEN_AT_LEAST_MONTHS } from "#app/policy.ts";
import { addDays, addMonths, daysBetween } from "../time/london.ts";

/**
 * The closing day of a petition that is published today: the one its organiser chose, unless that leaves less than a
 * month; then later by as long as supporters and review took, and never less than a month away.
 */
export function closingDay({
  closesOn,
  begunOn,
  today,
}: {
  closesOn: string;
  begunOn: string;
  today: string;
}): string {
  const least = addMonths(today, OPEN_AT_LEAST_MONTHS);
  if (closesOn >= least) return closesOn;
  const moved = addDays(closesOn, Math.max(0, daysBetween(begunOn, today)));
  return moved > least ? moved : least;
}
