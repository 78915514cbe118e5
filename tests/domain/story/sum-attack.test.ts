import fc from "fast-check";
import { expect, test } from "vitest";
import { HAPPENINGS, MILES, MONEY, MONTHS_OUT, MONTHS_WAITED } from "#app/domain/story/facts.ts";
import { type AddedFacts, giversOf, TOTAL_KINDS } from "#app/domain/story/sum.ts";
import { decideSum, type LeftFacts, type SumBefore } from "#app/domain/story/sum-rule.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { families, left, moved, named, shown } from "./sum-families.ts";

const facts = fc.record({
  storyId: fc.constant(""),
  joinedAt: fc.constant(NOW),
  happened: fc.subarray(HAPPENINGS.slice(0, 4).map(({ value }) => value)),
  monthsOut: fc.constantFrom("", ...MONTHS_OUT.map(({ value }) => value)),
  money: fc.constantFrom("", ...MONEY.map(({ value }) => value)),
  miles: fc.constantFrom("", ...MILES.map(({ value }) => value)),
  monthsWaited: fc.constantFrom("", ...MONTHS_WAITED.map(({ value }) => value)),
});

/** Crowds of which most tell alike are where one family stands out. */
const crowd = (minLength: number, maxLength: number) =>
  fc
    .tuple(fc.array(facts, { minLength, maxLength }), facts, fc.boolean())
    .map(([many, model, isAlike]) => (isAlike ? many.map((one, i) => (i % 7 === 0 ? one : model)) : many));
const steps = fc.array(
  fc.record({
    comes: crowd(0, 12),
    goes: fc.nat(8),
    areNewest: fc.boolean(),
    days: fc.constantFrom(1, 29, 30, 31),
  }),
  { minLength: 1, maxLength: 5 },
);

interface Bar {
  count: number;
  of: number;
}

/** A bar as somebody kept it, with those who were in it. */
interface SeenBar extends Bar {
  ids: ReadonlySet<string>;
}

/** What can be the number of those with something among `more` families, if they are `net` more than among `fewer`. */
function possible(net: number, more: number, fewer: number): number[] {
  return Array.from({ length: more + 1 }, (_, n) => n).filter((n) => n - net >= 0 && n - net <= fewer);
}

/** Every way to add and take away the bars that somebody kept. */
function mixes(length: number): number[][] {
  return Array.from({ length: 2 ** (length + 1) }, (_, bits) =>
    Array.from({ length }, (_, index) => ((bits >> (index + 1)) & 1) - ((bits >> index) & 1)),
  );
}

/**
 * Whoever kept all bars, and knows who was in each, adds and takes them away in every way; what is known of each of
 * a family, because a bar said "all", is put in. Nobody's fact may come out, nor that of a group of fewer than five.
 */
function attackBars(happening: string, seen: readonly SeenBar[]): void {
  const everybody = new Set(seen.flatMap(({ ids }) => [...ids]));
  const known = new Set(seen.filter(({ count, of }) => count === of).flatMap(({ ids }) => [...ids]));
  for (const mix of mixes(seen.length)) {
    let net = seen.reduce((sum, { count }, index) => sum + count * (mix[index] ?? 0), 0);
    let [more, fewer] = [0, 0];
    for (const id of everybody) {
      const times = seen.reduce((sum, { ids }, index) => sum + (ids.has(id) ? (mix[index] ?? 0) : 0), 0);
      if (known.has(id)) net -= times;
      else if (times > 0) more += 1;
      else if (times < 0) fewer += 1;
    }
    for (const [group, size, counts] of [
      ["those added", more, possible(net, more, fewer)],
      ["those taken away", fewer, possible(-net, fewer, more)],
    ] as const) {
      const [only, ...others] = counts;
      if (only === undefined || others.length > 0 || size === 0) continue;
      const words = `${group} of ${happening} by ${mix.join(" ")}`;
      expect(size, words).toBeGreaterThan(4);
      for (const count of [only, size - only]) expect([1, 2, 3, 4], words).not.toContain(count);
    }
  }
}

function changed(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((id) => other.has(id)).length;
  return one.size + other.size - 2 * both;
}

function attack(states: readonly { sum: SumBefore; members: readonly AddedFacts[] }[]): void {
  const seenBars = new Map<string, SeenBar[]>();
  const seenTotals = new Map<string, { about: number; givers: Set<string> }[]>();
  for (const { sum, members } of states) {
    const now = shown(sum);
    const ids = new Set(members.map(({ storyId }) => storyId));
    expect(now.familyCount).toBe(ids.size);
    expect(ids.size).toBeGreaterThanOrEqual(10);
    for (const [happening, bar] of Object.entries(now.bars)) {
      const seen = seenBars.get(happening) ?? [];
      const before = seen.at(-1);
      const isHeld = before !== undefined && before.count === bar.count && before.of === bar.of;
      for (const count of [bar.count, bar.of - bar.count]) expect([1, 2, 3, 4]).not.toContain(count);
      expect(bar.count).toBeGreaterThan(4);
      if (isHeld && [...before.ids].every((id) => ids.has(id))) continue;
      expect(bar.count).toBe(members.filter(({ happened }) => happened.includes(happening)).length);
      expect(bar.of).toBe(ids.size);
      seenBars.set(happening, [...seen, { ...bar, ids }]);
    }
    for (const kind of TOTAL_KINDS) {
      const total = now.totals[kind];
      const seen = seenTotals.get(kind) ?? [];
      if (!total || total.isHeld) {
        const last = seen.at(-1);
        if (total) for (const id of last?.givers ?? []) expect(ids).toContain(id);
        if (total) expect(total.about).toBe(last?.about);
        continue;
      }
      const givers = new Set(giversOf(members, kind).map(({ storyId }) => storyId));
      expect(givers.size).toBeGreaterThanOrEqual(10);
      expect(Number(total.about.toPrecision(2))).toBe(total.about);
      for (const one of seen) expect(changed(one.givers, givers)).toBeGreaterThanOrEqual(5);
      seenTotals.set(kind, [...seen, { about: total.about, givers }]);
    }
  }
  for (const [happening, seen] of seenBars) attackBars(happening, seen);
}

interface Step {
  comes: AddedFacts[];
  /** Who of those present leaves before they come. */
  leaves: (present: readonly AddedFacts[]) => readonly AddedFacts[];
  days: number;
}

/** All that is ever shown of an area while families come and go, and who was in it. */
function live(founders: AddedFacts[], rest: readonly Step[]) {
  let sum = moved(undefined, founders, [], NOW);
  const states = [{ sum, members: founders }];
  let present = founders;
  let gone: LeftFacts[] = [];
  let now = NOW;
  for (const { comes, leaves, days } of rest) {
    now += days * DAY;
    const leavers = leaves(present);
    gone = [...gone, ...left(leavers, now)];
    present = present.filter((one) => !leavers.includes(one));
    present = [...present, ...comes.map((one) => ({ ...one, joinedAt: now }))];
    const decision = decideSum(sum, { present, left: gone }, now);
    if (decision.act === "take_down") sum = { ...sum, kept: { ...sum.kept, shown: null } };
    if (decision.act !== "move") continue;
    sum = moved(sum, present, gone, now);
    states.push({ sum, members: present });
    gone = [];
  }
  return states;
}

test("from all that is ever shown of an area nobody can tell a fact of one to four families", () => {
  let movedTwice = 0;
  fc.assert(
    fc.property(crowd(10, 30), steps, (founders, rest) => {
      const states = live(
        founders.map(named),
        rest.map(({ comes, goes, areNewest, days }) => ({
          ...{ comes: comes.map(named), days },
          leaves: (present) => (areNewest ? present.slice(present.length - goes) : present.slice(0, goes)),
        })),
      );
      movedTwice += states.length - 1;
      attack(states);
    }),
    { numRuns: 600 },
  );
  expect(movedTwice).toBeGreaterThan(50);
});

/** So many to whom it happened and so many others; small, five, or a little more. */
const few = fc.constantFrom(0, 0, 0, 1, 5, 5, 5, 6, 7, 10);
const block = fc.record({ happened: few, others: few });

test("nor where whole groups come and the same groups, or most of them, go again later", () => {
  let shownAgain = 0;
  fc.assert(
    fc.property(
      fc.record({
        happened: fc.constantFrom(5, 10, 12),
        others: fc.constantFrom(0, 5, 10),
      }),
      fc.array(fc.record({ comes: block, goes: block, fromStep: fc.nat(4) }), {
        minLength: 2,
        maxLength: 5,
      }),
      (founders, rest) => {
        const first = crowdOf(founders);
        fc.pre(first.length >= 10);
        const blocks = [first];
        const states = live(
          first,
          rest.map(({ comes, goes, fromStep }) => {
            const from = blocks[fromStep % blocks.length] ?? [];
            const came = crowdOf(comes);
            blocks.push(came);
            return {
              ...{ comes: came, days: 31 },
              leaves: (present) =>
                [
                  ...from.filter(isOfThem).slice(0, goes.happened),
                  ...from.filter((one) => !isOfThem(one)).slice(0, goes.others),
                ].flatMap(({ storyId }) => present.filter((one) => one.storyId === storyId)),
            };
          }),
        );
        shownAgain += states.slice(1).filter(({ sum }) => shown(sum).bars.no_place).length;
        attack(states);
      },
    ),
    { numRuns: 1000 },
  );
  expect(shownAgain).toBeGreaterThan(200);
});

function crowdOf({ happened, others }: { happened: number; others: number }): AddedFacts[] {
  return [...families(happened, { happened: ["no_place"] }), ...families(others)];
}

function isOfThem({ happened }: AddedFacts): boolean {
  return happened.length > 0;
}
