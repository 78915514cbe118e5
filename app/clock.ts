import { Temporal } from "temporal-polyfill";

/** The one source of time, for web and jobs alike. */
export interface Clock {
  /** Now, in UTC milliseconds. */
  now(): number;
  /** How far this clock stands ahead of the machine's, in milliseconds. */
  offset: number;
}

/** A clock that stands `offset` milliseconds ahead; nothing but a demonstration or a test moves it. */
export function makeClock(offset = 0): Clock {
  return {
    offset,
    now() {
      return Date.now() + this.offset;
    },
  };
}

/** `PT24H`, `P7D` … in milliseconds. @throws RangeError when it is no ISO 8601 duration of days or less. */
export function parseDuration(iso: string): number {
  return Temporal.Duration.from(iso).total({ unit: "milliseconds" });
}
