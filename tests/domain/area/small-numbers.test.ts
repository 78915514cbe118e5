import { expect, test } from "vitest";
import { nOfM, statedGrowth } from "#app/domain/area/small-numbers.ts";

test("n of m is stated only when those and the others are each none or at least five", () => {
  expect(nOfM(0, 3)).toBe(false);
  expect(nOfM(0, 0)).toBe(true);
  expect(nOfM(0, 9)).toBe(true);
  expect(nOfM(9, 9)).toBe(true);
  expect(nOfM(5, 10)).toBe(true);
  expect(nOfM(4, 100)).toBe(false);
  expect(nOfM(96, 100)).toBe(false);
});

test("growth is stated from five on", () => {
  expect(statedGrowth(25, 20)).toBe(5);
  expect(statedGrowth(24, 20)).toBeUndefined();
  expect(statedGrowth(20, 20)).toBeUndefined();
  expect(statedGrowth(18, 20)).toBeUndefined();
});
