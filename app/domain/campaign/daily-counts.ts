import { londonDay } from "../time/london.ts";
import type { CountedHour } from "./count-history.server.ts";

/** What one London day did to a campaign's total, and the total at its end. */
export interface CountedDay {
  day: string;
  change: number;
  total: number;
}

/** A campaign's history by London days, the first first; days that left the total as it was are not in it. */
export function dailyCounts(hours: readonly CountedHour[]): CountedDay[] {
  const changes = new Map<string, number>();
  for (const { hour, change } of hours) {
    const day = londonDay(hour);
    changes.set(day, (changes.get(day) ?? 0) + change);
  }
  let total = 0;
  return [...changes]
    .filter(([, change]) => change !== 0)
    .map(([day, change]) => {
      total += change;
      return { day, change, total };
    });
}

/** By how much the total has grown since the end of a day. */
export function grownSince(days: readonly CountedDay[], day: string): number {
  return days.filter((one) => one.day > day).reduce((sum, { change }) => sum + change, 0);
}
