import {
  FACTS_LEAVE_DAYS,
  SUM_DAYS,
  SUM_FROM_FAMILIES,
  SUM_MOVES_BY_FAMILIES,
  SUM_SMALLEST_COUNT,
} from "#app/policy-story-sums.ts";
import { DAY } from "../time/durations.ts";
import { HAPPENINGS } from "./facts.ts";
import {
  type AddedFacts,
  aboutTotal,
  countHappened,
  giversOf,
  type KeptSum,
  type PastBar,
  type PastTotal,
  type StorySum,
  TOTAL_KINDS,
} from "./sum.ts";

/** An area's sum as it was shown last. */
export interface SumBefore {
  kept: KeptSum;
  movedAt: number;
  /** Whose facts were in it. */
  memberIds: ReadonlySet<string>;
}

/** Facts that were taken back and are still there, because a shown sum holds them. */
export interface LeftFacts extends AddedFacts {
  leftAt: number;
}

export type SumDecision = { act: "keep" } | { act: "take_down" } | { act: "move"; kept: KeptSum };

/**
 * Whether an area's sum stays as it is, moves to the facts of today, or is taken down until it may move. It moves
 * from ten families on, once in thirty days at most, and only when five have joined or left since. Where somebody
 * left thirty days ago and it may not move, all of it is taken down.
 */
export function decideSum(
  before: SumBefore | undefined,
  { present, left }: { present: readonly AddedFacts[]; left: readonly LeftFacts[] },
  now: number,
): SumDecision {
  if (before === undefined)
    return present.length < SUM_FROM_FAMILIES
      ? { act: "keep" }
      : {
          act: "move",
          kept: nextSum(undefined, present, { joined: present, left: [], leftCount: 0 }, now),
        };
  const presentIds = new Set(present.map(({ storyId }) => storyId));
  // One that was away and came back may tell other facts: it has left, and joined.
  const isBack = ({ storyId, joinedAt }: AddedFacts) =>
    before.memberIds.has(storyId) && joinedAt > before.movedAt;
  const joined = present.filter((one) => !before.memberIds.has(one.storyId) || isBack(one));
  const backAt = present.filter(isBack).map(({ joinedAt }) => joinedAt);
  const leftIds = [...before.memberIds].filter((id) => !presentIds.has(id));
  const mayMove =
    present.length >= SUM_FROM_FAMILIES &&
    now - before.movedAt >= SUM_DAYS * DAY &&
    joined.length + leftIds.length >= SUM_MOVES_BY_FAMILIES;
  const leftCount = leftIds.length + backAt.length;
  if (mayMove)
    return {
      act: "move",
      kept: nextSum(
        before.kept,
        datedAfter(before, present),
        { joined, left: pick(left, leftIds), leftCount },
        now,
      ),
    };
  if (before.kept.shown === null) return { act: "keep" };
  const leftAt = new Map(left.map((one) => [one.storyId, one.leftAt]));
  const since = [...leftIds.map((id) => leftAt.get(id) ?? 0), ...backAt];
  const isOverdue = since.some((at) => now - at >= FACTS_LEAVE_DAYS * DAY);
  return isOverdue ? { act: "take_down" } : { act: "keep" };
}

/** Whoever was not in a sum has joined after it, also where it was made in the very moment in which they joined. */
function datedAfter({ memberIds, movedAt }: SumBefore, present: readonly AddedFacts[]): AddedFacts[] {
  return present.map((one) =>
    memberIds.has(one.storyId) ? one : { ...one, joinedAt: Math.max(one.joinedAt, movedAt + 1) },
  );
}

interface Moved {
  joined: readonly AddedFacts[];
  /** Those who left and whose facts are still there. */
  left: readonly AddedFacts[];
  leftCount: number;
}

/**
 * A number that would tell of fewer than five families, by itself or against any that was shown in its place before,
 * stands as it was; where somebody has left since, so that it may not stand, it is left out until it can be shown
 * again.
 */
function nextSum(
  before: KeptSum | undefined,
  present: readonly AddedFacts[],
  moved: Moved,
  now: number,
): KeptSum {
  const shown: StorySum = { familyCount: present.length, bars: {}, totals: {} };
  const next: KeptSum = {
    shown,
    pastBars: { ...before?.pastBars },
    pastTotals: { ...before?.pastTotals },
  };
  for (const { value } of HAPPENINGS) {
    const bar = { count: countHappened(present, value), of: present.length };
    const stood = before?.shown?.bars[value];
    const past = before?.pastBars[value] ?? [];
    const saidAllAt = past.findLast(isOfAll)?.at ?? Number.NEGATIVE_INFINITY;
    const known = present.filter(({ joinedAt }) => joinedAt <= saidAllAt).length;
    const own = { ...bar, at: now, known };
    if (isShowable(bar) && isFarFromAll(own, past)) {
      shown.bars[value] = bar;
      next.pastBars[value] = [...past, own];
    } else if (moved.leftCount === 0 && stood) shown.bars[value] = stood;
  }
  for (const kind of TOTAL_KINDS) {
    const givers = giversOf(present, kind);
    const stood = before?.shown?.totals[kind];
    const past = before?.pastTotals[kind] ?? [];
    // Of a number of the very last sum it is known who has joined and left since.
    const isLastSum = stood !== undefined && !stood.isHeld;
    const sinceLast = giversOf(moved.joined, kind).length + giversOf(moved.left, kind).length;
    const isFar = past.every((one, index) => {
      const changed = Math.max(
        changedSince(one, givers),
        isLastSum && index === past.length - 1 ? sinceLast : 0,
      );
      return changed >= SUM_MOVES_BY_FAMILIES;
    });
    if (givers.length >= SUM_FROM_FAMILIES && isFar) {
      shown.totals[kind] = {
        about: aboutTotal(present, kind),
        givers: givers.length,
        isHeld: false,
      };
      next.pastTotals[kind] = [...past, { givers: givers.length, at: now }];
    } else if (moved.leftCount === 0 && stood) shown.totals[kind] = { ...stood, isHeld: true };
  }
  return next;
}

/** How many at least have joined or left since a total was shown: whoever joined later was not in it. */
function changedSince({ givers, at }: PastTotal, present: readonly AddedFacts[]): number {
  const stayed = present.filter(({ joinedAt }) => joinedAt <= at).length;
  return present.length - stayed + Math.abs(givers - stayed);
}

/** Five families at least, and none or five at least to whom it did not happen. */
function isShowable({ count, of }: BarCount): boolean {
  return count >= SUM_SMALLEST_COUNT && isNoneOrEnough(of - count);
}

/**
 * Whether a bar can stand beside all that were shown in its place before: whoever kept them can take any of them
 * from any other, and add up such steps. Neither those to whom it happened nor the others may come out one to four
 * more or fewer in any of these ways. A bar that says "all" says it of each: from then on only those are counted of
 * whom it was not said. After a bar that did not say so, "all" would tell who the others were: it is never shown.
 */
function isFarFromAll(bar: PastBar, past: readonly PastBar[]): boolean {
  const counts = [...past, bar].map(({ count }) => count);
  if (isOfAll(bar)) return past.every(isOfAll) && areStepsWide(counts);
  const since = [...past.slice(past.findLastIndex(isOfAll) + 1), bar];
  return (
    areStepsWide(since.map(({ count, known }) => count - known)) &&
    areStepsWide(since.map(({ count, of }) => of - count))
  );
}

/** Whether no choice of steps, from nothing to the first number and on to each next one, with the last step in it, adds up to one to four. */
function areStepsWide(counts: readonly number[]): boolean {
  const steps = counts.map((count, index) => count - (counts[index - 1] ?? 0));
  const last = steps.pop();
  if (last === undefined) return true;
  let sums = new Set([0]);
  for (const step of steps) sums = new Set([...sums].flatMap((sum) => [sum, sum + step]));
  return [...sums].every((sum) => isNoneOrEnough(sum + last));
}

interface BarCount {
  count: number;
  of: number;
}

function isOfAll({ count, of }: BarCount): boolean {
  return count === of;
}

function isNoneOrEnough(count: number): boolean {
  return count === 0 || Math.abs(count) >= SUM_SMALLEST_COUNT;
}

function pick(left: readonly LeftFacts[], ids: readonly string[]): LeftFacts[] {
  const wanted = new Set(ids);
  return left.filter(({ storyId }) => wanted.has(storyId));
}
