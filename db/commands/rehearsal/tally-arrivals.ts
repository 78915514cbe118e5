import { daysBetween } from "#app/domain/time/london.ts";
import { DAYS_BETWEEN_DELIVERIES } from "#app/policy-forwarding.ts";
import type { Arrived } from "./mail-server.ts";

/** What is counted at the mail server itself, whatever the database says. */
export interface Arrivals {
  add(slotOn: string, mails: readonly Arrived[]): void;
  count(): number;
  /** Messages that a real address could have had, and those too soon after the one before: none of either. */
  astray(): number;
  tooSoon(): number;
}

/** Begins to count. */
export function tallyArrivals(): Arrivals {
  const lastOn = new Map<string, string>();
  let count = 0;
  let astray = 0;
  let tooSoon = 0;
  return {
    add(slotOn, mails) {
      for (const { to } of mails) {
        count += 1;
        if (!/^rep-[0-9a-z]+@rehearsal\.invalid$/.test(to)) astray += 1;
        const last = lastOn.get(to);
        if (last !== undefined && daysBetween(last, slotOn) < DAYS_BETWEEN_DELIVERIES) tooSoon += 1;
        lastOn.set(to, slotOn);
      }
    },
    count: () => count,
    astray: () => astray,
    tooSoon: () => tooSoon,
  };
}
