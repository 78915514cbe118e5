import fc from "fast-check";
import { expect, test } from "vitest";
import { HAPPENINGS, MILES, MONEY, MONTHS_OUT, MONTHS_WAITED } from "#app/domain/story/facts.ts";
import { type AddedFacts, giversOf, type KeptSum, TOTAL_KINDS } from "#app/domain/story/sum.ts";
import { decideSum, type LeftFacts, type SumBefore } from "#app/domain/story/sum-rule.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";

let made = 0;

/** Families who all tell the same. */
function families(count: number, facts: Partial<AddedFacts> = {}): AddedFacts[] {
  return Array.from({ length: count }, () => ({
    ...{ storyId: `story-${++made}`, joinedAt: NOW, happened: [] },
    ...{ monthsOut: "", money: "", miles: "", monthsWaited: "", ...facts },
  }));
}

function left(facts: readonly AddedFacts[], leftAt: number): LeftFacts[] {
  return facts.map((one) => ({ ...one, leftAt }));
}

function moved(
  before: SumBefore | undefined,
  present: AddedFacts[],
  gone: LeftFacts[],
  now: number,
): SumBefore {
  const decision = decideSum(before, { present, left: gone }, now);
  if (decision.act !== "move") throw new Error(`the sum did not move: ${decision.act}`);
  return { kept: decision.kept, movedAt: now, memberIds: new Set(present.map(({ storyId }) => storyId)) };
}

function shown(before: SumBefore): NonNullable<KeptSum["shown"]> {
  if (!before.kept.shown) throw new Error("nothing is shown");
  return before.kept.shown;
}

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

const facts = fc.record({
  storyId: fc.constant(""),
  joinedAt: fc.constant(NOW),
  happened: fc.subarray(HAPPENINGS.slice(0, 4).map(({ value }) => value)),
  monthsOut: fc.constantFrom("", ...MONTHS_OUT.map(({ value }) => value)),
  money: fc.constantFrom("", ...MONEY.map(({ value }) => value)),
  miles: fc.constantFrom("", ...MILES.map(({ value }) => value)),
  monthsWaited: fc.constantFrom("", ...MONTHS_WAITED.map(({ value }) => value)),
});
function named(one: AddedFacts): AddedFacts {
  return { ...one, storyId: `story-${++made}` };
}

/** Crowds of which most tell alike are where one family stands out. */
const crowd = (minLength: number, maxLength: number) =>
  fc
    .tuple(fc.array(facts, { minLength, maxLength }), facts, fc.boolean())
    .map(([many, model, isAlike]) => (isAlike ? many.map((one, i) => (i % 7 === 0 ? one : model)) : many));
const steps = fc.array(
  fc.record({ comes: crowd(0, 12), goes: fc.nat(6), days: fc.constantFrom(1, 29, 30, 31) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** What can be the number of those with something among some, when what the pages say is true. */
function possible(
  bars: [Bar, Bar],
  [joined, gone, stayed]: [number, number, number],
): Record<string, Set<number>> {
  const found = { joined: new Set<number>(), gone: new Set<number>(), stayed: new Set<number>() };
  for (let s = 0; s <= stayed; s++) {
    const [b, a] = [bars[0].count - s, bars[1].count - s];
    if (a < 0 || b < 0 || a > joined || b > gone) continue;
    found.stayed.add(s);
    found.joined.add(a);
    found.gone.add(b);
  }
  return found;
}

interface Bar {
  count: number;
  of: number;
}

function changed(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((id) => other.has(id)).length;
  return one.size + other.size - 2 * both;
}

function attack(states: readonly { sum: SumBefore; members: readonly AddedFacts[] }[]): void {
  const lastBars = new Map<string, { bar: Bar; ids: Set<string> }>();
  const lastTotals = new Map<string, { about: number; givers: Set<string> }>();
  for (const { sum, members } of states) {
    const now = shown(sum);
    const ids = new Set(members.map(({ storyId }) => storyId));
    expect(now.familyCount).toBe(ids.size);
    expect(ids.size).toBeGreaterThanOrEqual(10);
    for (const [happening, bar] of Object.entries(now.bars)) {
      const before = lastBars.get(happening);
      const isHeld = before !== undefined && before.bar.count === bar.count && before.bar.of === bar.of;
      for (const count of [bar.count, bar.of - bar.count]) expect([1, 2, 3, 4]).not.toContain(count);
      expect(bar.count).toBeGreaterThan(4);
      if (isHeld && [...before.ids].every((id) => ids.has(id))) continue;
      expect(bar.count).toBe(members.filter(({ happened }) => happened.includes(happening)).length);
      expect(bar.of).toBe(ids.size);
      if (before) {
        const stayed = [...ids].filter((id) => before.ids.has(id)).length;
        const sizes = { joined: ids.size - stayed, gone: before.ids.size - stayed, stayed };
        const found = possible([before.bar, bar], [sizes.joined, sizes.gone, sizes.stayed]);
        // A bar that says "all of them" says it of each: of groups within it nothing more is asked.
        const isKnown: Record<string, boolean> = {
          joined: bar.count === bar.of,
          gone: before.bar.count === before.bar.of,
          stayed: bar.count === bar.of || before.bar.count === before.bar.of,
        };
        for (const [group, size] of Object.entries(sizes)) {
          const [only, ...others] = found[group] ?? [];
          if (only === undefined || others.length > 0 || size === 0 || isKnown[group]) continue;
          expect(size, `${group} of ${happening}`).toBeGreaterThan(4);
          for (const count of [only, size - only])
            expect([1, 2, 3, 4], `${group} of ${happening}`).not.toContain(count);
        }
      }
      lastBars.set(happening, { bar, ids });
    }
    for (const kind of TOTAL_KINDS) {
      const total = now.totals[kind];
      if (!total || total.isHeld) {
        const last = lastTotals.get(kind);
        if (total) for (const id of last?.givers ?? []) expect(ids).toContain(id);
        if (total) expect(total.about).toBe(last?.about);
        continue;
      }
      const givers = new Set(giversOf(members, kind).map(({ storyId }) => storyId));
      expect(givers.size).toBeGreaterThanOrEqual(10);
      expect(Number(total.about.toPrecision(2))).toBe(total.about);
      const last = lastTotals.get(kind);
      if (last) expect(changed(last.givers, givers)).toBeGreaterThanOrEqual(5);
      lastTotals.set(kind, { about: total.about, givers });
    }
  }
}

test("from all that is ever shown of an area nobody can tell a fact of one to four families", () => {
  let movedTwice = 0;
  fc.assert(
    fc.property(crowd(10, 30), steps, (founders, rest) => {
      const first = founders.map(named);
      let sum = moved(undefined, first, [], NOW);
      const states = [{ sum, members: first }];
      let present = first;
      let gone: LeftFacts[] = [];
      let now = NOW;
      for (const { comes, goes, days } of rest) {
        now += days * DAY;
        gone = [...gone, ...left(present.slice(0, goes), now)];
        present = [...present.slice(goes), ...comes.map((one) => ({ ...named(one), joinedAt: now }))];
        const decision = decideSum(sum, { present, left: gone }, now);
        if (decision.act === "take_down") sum = { ...sum, kept: { ...sum.kept, shown: null } };
        if (decision.act !== "move") continue;
        movedTwice += 1;
        sum = moved(sum, present, gone, now);
        states.push({ sum, members: present });
        gone = [];
      }
      attack(states);
    }),
    { numRuns: 600 },
  );
  expect(movedTwice).toBeGreaterThan(50);
});
