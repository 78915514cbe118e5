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
          kept: nextSum(undefined, present, { joined: present, left: [], leftCount: 0 }),
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
      kept: nextSum(before.kept, present, { joined, left: pick(left, leftIds), leftCount }),
    };
  if (before.kept.shown === null) return { act: "keep" };
  const leftAt = new Map(left.map((one) => [one.storyId, one.leftAt]));
  const since = [...leftIds.map((id) => leftAt.get(id) ?? 0), ...backAt];
  const isOverdue = since.some((at) => now - at >= FACTS_LEAVE_DAYS * DAY);
  return isOverdue ? { act: "take_down" } : { act: "keep" };
}

interface Moved {
  joined: readonly AddedFacts[];
  /** Those who left and whose facts are still there. */
  left: readonly AddedFacts[];
  leftCount: number;
}

/**
 * A number that would tell of fewer than five families, by itself or against the last one shown in its place, stands
 * as it was; where somebody has left since, so that it may not stand, it is left out until it can be shown again.
 */
function nextSum(before: KeptSum | undefined, present: readonly AddedFacts[], moved: Moved): KeptSum {
  const shown: StorySum = { familyCount: present.length, bars: {}, totals: {} };
  const next: KeptSum = {
    shown,
    lastBars: { ...before?.lastBars },
    lastGivers: { ...before?.lastGivers },
  };
  for (const { value } of HAPPENINGS) {
    const bar = { count: countHappened(present, value), of: present.length };
    const stood = before?.shown?.bars[value];
    const last = before?.lastBars[value];
    const isLastSum = stood !== undefined && stood.of === before?.shown?.familyCount;
    const isFar =
      last === undefined || isFarFrom(bar, last, { leftCount: isLastSum ? moved.leftCount : undefined });
    if (isShowable(bar) && isFar) {
      shown.bars[value] = bar;
      next.lastBars[value] = bar;
    } else if (moved.leftCount === 0 && stood) shown.bars[value] = stood;
  }
  for (const kind of TOTAL_KINDS) {
    const givers = giversOf(present, kind).length;
    const stood = before?.shown?.totals[kind];
    const joined = giversOf(moved.joined, kind).length;
    const last = before?.lastGivers[kind];
    // Only against a number of the very last sum is it known who has left since.
    const left = stood && !stood.isHeld ? giversOf(moved.left, kind).length : 0;
    const isFar =
      last === undefined ||
      joined + left >= SUM_MOVES_BY_FAMILIES ||
      Math.abs(givers - last) >= SUM_MOVES_BY_FAMILIES;
    if (givers >= SUM_FROM_FAMILIES && isFar) {
      shown.totals[kind] = { about: aboutTotal(present, kind), givers, isHeld: false };
      next.lastGivers[kind] = givers;
    } else if (moved.leftCount === 0 && stood) shown.totals[kind] = { ...stood, isHeld: true };
  }
  return next;
}

/** Five families at least, and none or five at least to whom it did not happen. */
function isShowable({ count, of }: BarCount): boolean {
  return count >= SUM_SMALLEST_COUNT && isNoneOrEnough(of - count);
}

/**
 * Neither those to whom it happened nor the others have become one to four more or fewer: then no group of fewer
 * than five among those who joined, left or stayed can be worked out from the two. Where one of the two says that it
 * happened to all, it is known of those who left or joined too, and how many of the others there are must be none or
 * enough as well; without knowing who left since (`leftCount` undefined) that is so only where five more came.
 */
function isFarFrom(bar: BarCount, last: BarCount, { leftCount }: { leftCount: number | undefined }): boolean {
  const more = bar.count - last.count;
  const moreOthers = bar.of - bar.count - (last.of - last.count);
  if (!isNoneOrEnough(more) || !isNoneOrEnough(moreOthers)) return false;
  if (isOfAll(last) && !isOfAll(bar))
    return more >= SUM_SMALLEST_COUNT || (leftCount !== undefined && isNoneOrEnough(more + leftCount));
  if (isOfAll(bar) && !isOfAll(last))
    return leftCount !== undefined && isNoneOrEnough(moreOthers + leftCount);
  return true;
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
