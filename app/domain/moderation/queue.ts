import { HOUR } from "../time/durations.ts";

/** Something that moderators work off, as the overview names it. */
export interface Queue {
  name: string;
  /** Where it is worked off. */
  href: string;
  count: number;
  /** Since when the oldest has waited; null where nothing waits. */
  oldestAt: number | null;
  /** Within how many hours one should be settled. */
  targetHours: number;
}

/** How urgent something is: in time, past half of its time, or late. */
export type Urgency = "in_time" | "soon" | "late";

/** How urgent something is that has waited since an instant. */
export function urgencyOf(since: number, targetHours: number, now: number): Urgency {
  const waited = now - since;
  if (waited >= targetHours * HOUR) return "late";
  return waited >= (targetHours * HOUR) / 2 ? "soon" : "in_time";
}
