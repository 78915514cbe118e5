import fc from "fast-check";
import { expect, test } from "vitest";
import { shadesFor, toneOf } from "#app/domain/area/map-shades.ts";

test("classes begin at five and at round numbers, and the largest has no end", () => {
  expect(shadesFor([5, 38, 1803])).toEqual([
    { tone: 1, from: 5, to: 24 },
    { tone: 2, from: 25, to: 99 },
    { tone: 4, from: 100, to: 499 },
    { tone: 5, from: 500, to: undefined },
  ]);
});

test("no published count, no classes; a few small ones, one class", () => {
  expect(shadesFor([])).toEqual([]);
  expect(shadesFor([5, 7, 9])).toEqual([{ tone: 3, from: 5, to: undefined }]);
});

test("what is not published has no tone", () => {
  expect(toneOf(undefined, shadesFor([12, 40]))).toBe(0);
});

test("there are five classes at most, every count is in one, and a larger count is never paler", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 2_000_000 }), { minLength: 1 }), (counts) => {
      const shades = shadesFor(counts);
      expect(shades.length).toBeLessThanOrEqual(5);
      expect(shades.every(({ from }) => counts.some((count) => count >= from))).toBe(true);
      const tones = [...counts].sort((a, b) => a - b).map((count) => toneOf(count, shades));
      expect(tones.every((tone) => tone >= 1 && tone <= 5)).toBe(true);
      expect(tones).toEqual([...tones].sort((a, b) => a - b));
    }),
  );
});
