const LONDON = "Europe/London";
const number = new Intl.NumberFormat("en-GB");
const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: LONDON,
  day: "numeric",
  month: "long",
  year: "numeric",
});
const dayOfYear = new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, day: "numeric", month: "long" });
const month = new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, month: "long", year: "numeric" });
const time = new Intl.DateTimeFormat("en-GB", {
  timeZone: LONDON,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** 1803 → "1,803" */
export function figure(n: number): string {
  return number.format(n);
}

/** 1 → "1 person", 1803 → "1,803 people" */
export function people(n: number): string {
  return counted(n, "person", "people");
}

/** counted(1, "signature") → "1 signature"; counted(2, "reply", "replies") → "2 replies" */
export function counted(n: number, one: string, many: string = `${one}s`): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

/** An instant (UTC milliseconds) as its day in London: "12 November 2026" */
export function londonDay(at: number): string {
  return day.format(at);
}

/** An instant as its day in London, where the year goes without saying: "12 November" */
export function londonDayOfYear(at: number): string {
  return dayOfYear.format(at);
}

/** An instant as the time on London's clocks: "14:20" */
export function londonTime(at: number): string {
  return time.format(at);
}

/** A calendar fact, `2026-11-12`, in words: "12 November 2026" */
export function calendarDay(date: string): string {
  return day.format(Date.parse(`${date}T12:00:00Z`));
}

/** A calendar fact, `2026-03-12`, as its month: "March 2026" */
export function monthOfYear(date: string): string {
  return month.format(Date.parse(`${date}T12:00:00Z`));
}
