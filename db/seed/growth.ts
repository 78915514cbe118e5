import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import type { Random } from "./random.ts";

/** When somebody signed, and when they pressed the button in their mail. */
export interface Moment {
  signedAt: number;
  confirmedAt: number;
}

/** How busy each hour of the day is: asleep at night, a lunch break, long evenings. */
const BUSY_HOURS = [1, 1, 1, 1, 1, 2, 4, 7, 9, 9, 8, 8, 11, 10, 8, 9, 10, 11, 13, 17, 21, 20, 12, 5];

/** Nobody signs and confirms in less than this. */
const SHORTEST_PAUSE = MINUTE;

/**
 * The moments of so many signatures between opening and `until`, in the order of confirming: many in the first
 * days, fewer week by week, and two waves when others tell of it.
 */
export function growBetween(random: Random, count: number, openedAt: number, until: number): Moment[] {
  const days = daysOf(openedAt, until);
  const moments = Array.from({ length: count }, () => {
    const latest = until - 2 * SHORTEST_PAUSE;
    const signedAt = Math.min(latest, Math.max(openedAt, instantOn(random, days, openedAt)));
    return { signedAt, confirmedAt: Math.min(until, signedAt + pauseBeforeConfirming(random)) };
  });
  return moments.sort((a, b) => a.confirmedAt - b.confirmedAt);
}

/** The share of each day, added up to the day's end. */
function daysOf(openedAt: number, until: number): number[] {
  const dayCount = Math.max(1, Math.ceil((until - openedAt) / DAY));
  let sum = 0;
  return Array.from({ length: dayCount }, (_, day) => {
    const age = day / dayCount;
    const wave = (at: number) => Math.exp(-(((age - at) * 22) ** 2));
    sum += 0.18 + Math.exp(-day / 5) + 0.7 * wave(0.38) + 1.1 * wave(0.81);
    return sum;
  });
}

function instantOn(random: Random, days: readonly number[], openedAt: number): number {
  const day = chooseShare(random, days);
  let busy = 0;
  const hour = chooseShare(
    random,
    BUSY_HOURS.map((share) => {
      busy += share;
      return busy;
    }),
  );
  const midnight = openedAt - (openedAt % DAY);
  return Math.floor(midnight + day * DAY + hour * HOUR + random() * HOUR);
}

/** Which of several shares, each given as the sum up to its end, a random point falls into. */
function chooseShare(random: Random, sums: readonly number[]): number {
  const point = random() * (sums.at(-1) ?? 0);
  return Math.max(
    0,
    sums.findIndex((sum) => sum > point),
  );
}

function pauseBeforeConfirming(random: Random): number {
  const kind = random();
  const longest = kind < 0.8 ? 25 * MINUTE : kind < 0.96 ? 20 * HOUR : 3 * DAY;
  return Math.floor(SHORTEST_PAUSE + random() * longest);
}
