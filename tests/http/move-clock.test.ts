import { expect, test } from "vitest";
import { makeClock } from "#app/clock.ts";
import { stepsBetween } from "#app/clock-steps.ts";
import { findClockOffset } from "#app/domain/time/clock-offset.server.ts";
import { moveClock } from "#app/http/move-clock.server.ts";
import { testDatabase } from "../database.ts";

const HOUR = 3_600_000;
const iso = (instants: number[]) => instants.map((instant) => new Date(instant).toISOString());

test("steps stop at the delivery slot in London time and are a day at most", () => {
  const monday = Date.parse("2026-11-23T09:00:00Z");
  expect(iso(stepsBetween(monday, monday + 50 * HOUR))).toEqual([
    "2026-11-24T09:00:00.000Z",
    "2026-11-24T10:00:00.000Z",
    "2026-11-25T10:00:00.000Z",
    "2026-11-25T11:00:00.000Z",
  ]);
  const summer = Date.parse("2026-06-23T08:30:00Z");
  expect(iso(stepsBetween(summer, summer + HOUR))).toEqual([
    "2026-06-23T09:00:00.000Z",
    "2026-06-23T09:30:00.000Z",
  ]);
  expect(stepsBetween(monday, monday)).toEqual([]);
});

test("a year holds every delivery slot once", () => {
  const from = Date.parse("2026-11-23T09:00:00Z");
  const slots = stepsBetween(from, from + 364 * 24 * HOUR).filter((instant) => {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    return parts.format(instant) === "Tue 10:00" || parts.format(instant) === "Tue, 10:00";
  });
  expect(new Set(slots).size).toBe(52);
});

test("moving the clock runs what is due at each step and is remembered", async () => {
  const db = await testDatabase();
  const clock = makeClock();
  const seen: number[] = [];
  const from = clock.now();
  const runDue = async () => {
    seen.push(clock.now() - from);
  };
  expect(await moveClock({ clock, db, runDue }, "P10D")).toBe("moved");
  expect(seen.length).toBeGreaterThanOrEqual(11);
  expect(clock.offset).toBe(240 * HOUR);
  expect(await findClockOffset(db)).toBe(240 * HOUR);
});

test.each(["", "tomorrow", "-PT1H", "P1M", "P1Y", "P9999D", "24"])(
  "the duration %j is refused and nothing moves",
  async (text) => {
    const db = await testDatabase();
    const clock = makeClock();
    expect(await moveClock({ clock, db, runDue: async () => {} }, text)).toBe("refused");
    expect(clock.offset).toBe(0);
  },
);
