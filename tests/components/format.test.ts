import { expect, test } from "vitest";
import {
  calendarDay,
  counted,
  figure,
  londonDay,
  londonDayOfYear,
  londonTime,
  people,
} from "#app/components/format.ts";

test("numbers are written with commas and agree with their noun", () => {
  expect(figure(1803)).toBe("1,803");
  expect(people(1)).toBe("1 person");
  expect(people(1803)).toBe("1,803 people");
  expect(counted(2, "reply", "replies")).toBe("2 replies");
});

test("instants are shown by London's clocks, in summer too", () => {
  const summer = Date.UTC(2026, 5, 30, 23, 20);
  expect(londonTime(summer)).toBe("00:20");
  expect(londonDay(summer)).toBe("1 July 2026");
  expect(londonDayOfYear(Date.UTC(2026, 10, 12, 14, 20))).toBe("12 November");
  expect(londonTime(Date.UTC(2026, 10, 12, 14, 20))).toBe("14:20");
});

test("a calendar date stays the date it is", () => {
  expect(calendarDay("2026-11-12")).toBe("12 November 2026");
});
