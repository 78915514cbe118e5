import type { Reading, Stretch } from "../replay/recording.ts";

/** A recording in which so many sign every second, all the time. */
export function steadyRecording(
  perSecond: number,
  seconds: number,
): { readings: Reading[]; stretch: Stretch } {
  const signatures = perSecond * seconds;
  const ends = { at: seconds * 1_000, count: signatures };
  return {
    readings: [{ at: 0, count: 0 }, ends],
    stretch: { from: 0, minutes: seconds / 60, signatures },
  };
}
