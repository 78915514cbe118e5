import { expect, test } from "vitest";
import { HOUR, SECOND } from "#app/domain/time/durations.ts";
import { pauseBefore } from "#app/jobs/back-off.ts";
import { randomFrom } from "#db/seed/random.ts";

test("pauses double from half a minute to six hours, and never begin earlier", () => {
  const pauses = [1, 2, 3, 4, 20].map((attempt) => pauseBefore(attempt, 0, () => 0));
  expect(pauses).toEqual([30 * SECOND, 60 * SECOND, 120 * SECOND, 240 * SECOND, 6 * HOUR]);
});

test("chance spreads a pause over a quarter more, the same for the same seed", () => {
  const random = randomFrom(7);
  const pauses = Array.from({ length: 200 }, () => pauseBefore(3, 0, random));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(120 * SECOND);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(150 * SECOND);
  expect(new Set(pauses).size).toBeGreaterThan(150);
  expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(25 * SECOND);
  const again = randomFrom(7);
  expect(Array.from({ length: 200 }, () => pauseBefore(3, 0, again))).toEqual(pauses);
});

test("a longer wait that the other side asks for is kept", () => {
  expect(pauseBefore(1, HOUR, () => 1)).toBe(HOUR);
  expect(pauseBefore(1, SECOND, () => 0)).toBe(30 * SECOND);
});
