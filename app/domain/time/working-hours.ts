import { isWorkingDay } from "./bank-holidays.ts";
import { HOUR } from "./durations.ts";
import { endOfLondonDay, londonDay } from "./london.ts";

/**
 * The instant so many hours later, where time on Saturdays, Sundays and bank holidays of England and Wales does not
 * count and the other days count whole, from midnight to midnight in London.
 */
export function addWorkingHours(from: number, hours: number): number {
  let at = from;
  let left = hours * HOUR;
  for (;;) {
    const day = londonDay(at);
    const end = endOfLondonDay(day);
    if (isWorkingDay(day)) {
      if (left <= end - at) return at + left;
      left -= end - at;
    }
    at = end;
  }
}
