/** Milliseconds in a second. */
export const SECOND = 1000;
/** Milliseconds in a minute. */
export const MINUTE = 60 * SECOND;
/** Milliseconds in an hour. */
export const HOUR = 60 * MINUTE;
/** Milliseconds in twenty-four hours; not a calendar day, see `london.ts` for those. */
export const DAY = 24 * HOUR;
