import { expect, test } from "vitest";
import { stepReached } from "#app/domain/forwarding/steps.ts";

test.each([
  [4, 0],
  [5, 5],
  [9, 5],
  [10, 10],
  [24, 10],
  [25, 25],
  [99, 50],
  [100, 100],
  [499, 250],
  [500, 500],
  [1000, 1000],
  [2499, 1000],
  [2500, 2500],
  [9999, 5000],
  [10_000, 10_000],
  [26_000, 25_000],
])("a ward with %i signatures has reached step %i", (tally, step) => {
  expect(stepReached("ward", tally)).toBe(step);
  expect(stepReached("division", tally)).toBe(step);
});

test.each([
  [4, 0],
  [5, 5],
  [24, 5],
  [25, 25],
  [50, 50],
  [249, 100],
  [250, 250],
  [1803, 1000],
])("a constituency or a council with %i signatures has reached step %i", (tally, step) => {
  expect(stepReached("constituency", tally)).toBe(step);
  expect(stepReached("council", tally)).toBe(step);
});
