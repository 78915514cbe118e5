import { expect, test } from "vitest";
import { decideSum } from "#app/domain/story/sum-rule.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { families, left, moved, shown } from "./sum-families.ts";

const LATER = NOW + 30 * DAY;

test("nothing is added up of nine families; of ten it is, in two figures from the middles of bands", () => {
  const nine = families(9, { money: "10001-25000", happened: ["no_place"] });
  expect(decideSum(undefined, { present: nine, left: [] }, NOW).act).toBe("keep");
  const ten = [...nine, ...families(1, { money: "1-500", happened: ["no_place"] })];
  const sum = shown(moved(undefined, ten, [], NOW));
  expect(sum.familyCount).toBe(10);
  expect(sum.totals).toEqual({ money: { about: 160_000, givers: 10, isHeld: false } });
  expect(sum.bars).toEqual({ no_place: { count: 10, of: 10 } });
});

test("a fact that only nine of twelve told is not added up, nor shown where one to four lack what happened", () => {
  const nine = families(9, { miles: "51+", happened: ["transport"] });
  const sum = shown(moved(undefined, [...nine, ...families(3)], [], NOW));
  expect([sum.totals, sum.bars]).toEqual([{}, {}]);
  const enough = shown(moved(undefined, [...nine, ...families(5)], [], NOW));
  expect(enough.bars).toEqual({ transport: { count: 9, of: 14 } });
});

test("a sum waits for thirty days and for five families, whichever is later", () => {
  const ten = families(10, { monthsOut: "7-12" });
  const before = moved(undefined, ten, [], NOW);
  const four = [...ten, ...families(4, { monthsOut: "7-12" })];
  const five = [...four, ...families(1, { monthsOut: "7-12" })];
  expect(decideSum(before, { present: four, left: [] }, LATER).act).toBe("keep");
  expect(decideSum(before, { present: five, left: [] }, LATER - 1).act).toBe("keep");
  expect(shown(moved(before, five, [], LATER)).totals.monthsOut).toEqual({
    ...{ about: 140, givers: 15, isHeld: false },
  });
});

test("a family that takes its story back is out of the sum after thirty days, or all of the sum is down", () => {
  const twelve = families(12, { monthsOut: "7-12" });
  const before = moved(undefined, twelve, [], NOW);
  const [first, ...others] = twelve;
  const gone = left(first ? [first] : [], NOW + DAY);
  expect(decideSum(before, { present: others, left: gone }, LATER).act).toBe("keep");
  expect(decideSum(before, { present: others, left: gone }, LATER + DAY).act).toBe("take_down");
  const grown = [...others, ...families(4, { monthsOut: "7-12" })];
  expect(decideSum(before, { present: grown, left: gone }, LATER + DAY).act).toBe("move");
  const down = { ...before, kept: { ...before.kept, shown: null } };
  expect(decideSum(down, { present: others, left: [] }, LATER + 99 * DAY).act).toBe("keep");
  expect(decideSum(down, { present: grown, left: [] }, LATER + 99 * DAY).act).toBe("move");
});

test("a story that was away and came back counts as one that changed, and may not stay in the old sum for ever", () => {
  const ten = families(10, { money: "1-500" });
  const before = moved(undefined, ten, [], NOW);
  const [first, ...others] = ten;
  const back = first ? [{ ...first, money: "25001+", joinedAt: NOW + DAY }] : [];
  const present = [...back, ...others];
  expect(decideSum(before, { present, left: [] }, LATER).act).toBe("keep");
  expect(decideSum(before, { present, left: [] }, LATER + DAY).act).toBe("take_down");
});

test("a number that would grow by one to four stands as it was, with how many it is of; gone when somebody left", () => {
  const twenty = families(20, { happened: ["plan_late"], miles: "0-5" });
  const before = moved(undefined, twenty, [], NOW);
  const more = [...families(2, { happened: ["plan_late"], miles: "51+" }), ...families(5)];
  const held = shown(moved(before, [...twenty, ...more], [], LATER));
  expect(held.familyCount).toBe(27);
  expect(held.bars.plan_late).toEqual({ count: 20, of: 20 });
  expect(held.totals.miles).toEqual({ about: 60, givers: 20, isHeld: true });
  const [first, ...others] = twenty;
  const after = shown(moved(before, [...others, ...more], left(first ? [first] : [], LATER), LATER));
  expect(after.bars.plan_late).toBeUndefined();
  expect(after.totals.miles).toBeUndefined();
});
