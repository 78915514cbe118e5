import { Temporal } from "temporal-polyfill";

/**
 * Whether a day is a bank holiday in England and Wales, Good Friday and Christmas Day among them. Days that are
 * proclaimed once (a coronation) are not known here: what counts working days is then a day too strict, never too lax.
 *
 * Source: Banking and Financial Dealings Act 1971, Schedule 1; GOV.UK bank holidays.
 */
export function isBankHoliday(day: string): boolean {
  const date = Temporal.PlainDate.from(day);
  return holidaysOf(date.year).some((holiday) => holiday.equals(date));
}

/** Whether work is expected on a day: not on Saturdays, Sundays and bank holidays of England and Wales. */
export function isWorkingDay(day: string): boolean {
  return !isWeekend(Temporal.PlainDate.from(day)) && !isBankHoliday(day);
}

function holidaysOf(year: number): Temporal.PlainDate[] {
  const easter = easterSunday(year);
  const fixed = [dayOf(year, 1, 1), dayOf(year, 12, 25), dayOf(year, 12, 26)];
  return [
    ...withSubstitutes(fixed),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    mondayFrom(dayOf(year, 5, 1)),
    mondayFrom(dayOf(year, 5, 25)),
    mondayFrom(dayOf(year, 8, 25)),
  ];
}

/** A holiday at a weekend is made up for on the next day that is neither weekend nor holiday. */
function withSubstitutes(holidays: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  const all = [...holidays];
  for (const holiday of holidays) {
    let day = holiday;
    while (isWeekend(holiday) && (isWeekend(day) || all.some((one) => one.equals(day))))
      day = day.add({ days: 1 });
    all.push(day);
  }
  return all;
}

/** The first Monday on or after a day. */
function mondayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (8 - day.dayOfWeek) % 7 });
}

/** Easter by the Gregorian calendar: the Sunday after the full moon that the Church computes for the spring. */
function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapsLeftOut = century - Math.floor(century / 4);
  const moonDrift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + leapsLeftOut - moonDrift + 15) % 30;
  const isLate = epact === 29 || (epact === 28 && golden > 10);
  const fullMoon = dayOf(year, 3, 21).add({ days: isLate ? epact - 1 : epact });
  return fullMoon.add({ days: 7 - (fullMoon.dayOfWeek % 7) });
}

function isWeekend(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek > 5;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}
