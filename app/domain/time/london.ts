import { Temporal } from "temporal-polyfill";

const LONDON = "Europe/London";

/** The London calendar day of an instant, `YYYY-MM-DD`. */
export function londonDay(instant: number): string {
  return london(instant).toPlainDate().toString();
}

/** The first instant after a London day: when what ends on that day has ended. */
export function endOfLondonDay(day: string): number {
  const known = endsOfDays.get(day);
  if (known !== undefined) return known;
  const end = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(LONDON).epochMilliseconds;
  if (endsOfDays.size < DAYS_KEPT) endsOfDays.set(day, end);
  return end;
}

/** Asked for a few days, again and again: at every signature when its campaign ends. */
const endsOfDays = new Map<string, number>();
const DAYS_KEPT = 4000;

/** The instant of a clock time on a London day. */
export function londonInstant(day: string, time: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: LONDON, plainTime: time })
    .epochMilliseconds;
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day so many months later, or earlier for a negative number; the month's last where it has no such day. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Days from one calendar day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** The latest day at or before `instant` whose weekday (1 is Monday) and London time have come. */
export function lastWeeklySlot(instant: number, weekday: number, time: string): string {
  const today = london(instant).toPlainDate();
  const day = today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 });
  return londonInstant(day.toString(), time) <= instant
    ? day.toString()
    : day.subtract({ days: 7 }).toString();
}

/** The start of the hour that an instant lies in. */
export function startOfHour(instant: number): number {
  return instant - (instant % 3_600_000);
}

function london(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(LONDON);
}
