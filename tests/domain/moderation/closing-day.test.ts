import { expect, test } from "vitest";
import { closingDay } from "#app/domain/moderation/closing-day.ts";
import { urgencyOf } from "#app/domain/moderation/queue.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";

test("a closing day stays while it leaves a month, and else moves by as long as the petition waited", () => {
  const at = (closesOn: string, begunOn: string) => closingDay({ closesOn, begunOn, today: "2026-11-25" });
  expect(at("2026-12-25", "2026-10-01")).toBe("2026-12-25");
  expect(at("2026-12-24", "2026-11-05")).toBe("2027-01-13");
  expect(at("2026-12-01", "2026-11-24")).toBe("2026-12-25");
  expect(at("2026-11-01", "2026-11-25")).toBe("2026-12-25");
});

test("something is soon due at half of its time and late at all of it", () => {
  expect(urgencyOf(NOW - 24 * HOUR + 1, 48, NOW)).toBe("in_time");
  expect(urgencyOf(NOW - 24 * HOUR, 48, NOW)).toBe("soon");
  expect(urgencyOf(NOW - 48 * HOUR + 1, 48, NOW)).toBe("soon");
  expect(urgencyOf(NOW - 48 * HOUR, 48, NOW)).toBe("late");
});
