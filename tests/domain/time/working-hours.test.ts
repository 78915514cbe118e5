import { expect, test } from "vitest";
import { isBankHoliday, isWorkingDay } from "#app/domain/time/bank-holidays.ts";
import { addWorkingHours } from "#app/domain/time/working-hours.ts";

/** As GOV.UK lists them for England and Wales. */
const LISTED: Record<number, string[]> = {
  2021: ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"],
  2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
  2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
  2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
  2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
  2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
};

test("the weekdays that are bank holidays are those that are listed for England and Wales", () => {
  for (const [year, listed] of Object.entries(LISTED)) {
    const days = daysOf(Number(year)).filter((day) => isBankHoliday(day) && !isWeekend(day));
    expect(days, year).toEqual(listed.map((day) => `${year}-${day}`));
  }
});

test("work is expected neither at weekends nor on holidays", () => {
  expect(
    ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29"].map(isWorkingDay),
  ).toEqual([true, false, false, false, false, true]);
});

test.each([
  ["in the middle of a week", "2026-11-24T12:00:00Z", "2026-11-26T12:00:00Z"],
  ["over a weekend", "2026-11-27T12:00:00Z", "2026-12-01T12:00:00Z"],
  ["from a Saturday", "2026-11-28T12:00:00Z", "2026-12-02T00:00:00Z"],
  ["over Christmas", "2026-12-23T18:00:00Z", "2026-12-29T18:00:00Z"],
  [
    "over Easter, when the clocks went forward the week before",
    "2027-03-25T09:00:00Z",
    "2027-03-31T08:00:00Z",
  ],
  ["over the weekend in which the clocks go back", "2026-10-23T11:00:00Z", "2026-10-27T12:00:00Z"],
])("forty-eight hours end when the law says: %s", (_when, from, to) => {
  expect(new Date(addWorkingHours(Date.parse(from), 48)).toISOString()).toBe(new Date(to).toISOString());
});

function daysOf(year: number): string[] {
  return Array.from({ length: 366 }, (_, i) =>
    new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10),
  ).filter((day) => day.startsWith(String(year)));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
