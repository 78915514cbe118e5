import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

/** Whether "n of m" may be stated: neither those n people nor the others may be 1 to 4. */
export function nOfM(n: number, m: number): boolean {
  return isSafe(n) && isSafe(m - n);
}

/** The growth from `before` to `now` if it may be stated, or undefined: 1 to 4, or no growth at all. */
export function statedGrowth(now: number, before: number): number | undefined {
  const growth = now - before;
  return growth >= SMALLEST_SHOWN_COUNT ? growth : undefined;
}

function isSafe(count: number): boolean {
  return count === 0 || count >= SMALLEST_SHOWN_COUNT;
}
