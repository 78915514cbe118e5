import type { AddedFacts, KeptSum } from "#app/domain/story/sum.ts";
import { decideSum, type LeftFacts, type SumBefore } from "#app/domain/story/sum-rule.ts";
import { NOW } from "#tests/factories.ts";

let made = 0;

/** Families who all tell the same. */
export function families(count: number, facts: Partial<AddedFacts> = {}): AddedFacts[] {
  return Array.from({ length: count }, () => ({
    ...{ storyId: `story-${++made}`, joinedAt: NOW, happened: [] },
    ...{ monthsOut: "", money: "", miles: "", monthsWaited: "", ...facts },
  }));
}

/** The same, taken back. */
export function left(facts: readonly AddedFacts[], leftAt: number): LeftFacts[] {
  return facts.map((one) => ({ ...one, leftAt }));
}

/** The sum of an area once it has moved. @throws where it does not */
export function moved(
  before: SumBefore | undefined,
  present: AddedFacts[],
  gone: LeftFacts[],
  now: number,
): SumBefore {
  const decision = decideSum(before, { present, left: gone }, now);
  if (decision.act !== "move") throw new Error(`the sum did not move: ${decision.act}`);
  return { kept: decision.kept, movedAt: now, memberIds: new Set(present.map(({ storyId }) => storyId)) };
}

/** What is shown of it. @throws where nothing is */
export function shown(before: SumBefore): NonNullable<KeptSum["shown"]> {
  if (!before.kept.shown) throw new Error("nothing is shown");
  return before.kept.shown;
}

/** The same facts as another family. */
export function named(one: AddedFacts): AddedFacts {
  return { ...one, storyId: `story-${++made}` };
}
