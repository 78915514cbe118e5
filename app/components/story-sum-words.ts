import { HAPPENINGS } from "#app/domain/story/facts.ts";
import { type StorySum, TOTAL_KINDS, type TotalKind } from "#app/domain/story/sum.ts";
import { figure } from "./format.ts";
import type { PlaceCount } from "./place-bars.tsx";

const TOTAL_WORDS: Record<TotalKind, string> = {
  monthsOut: "months without a full school place, added together",
  money: "spent by families on advice, assessments, lessons and travel",
  miles: "miles each way to school, added together",
  monthsWaited: "months of waiting for a plan, an assessment or a place, added together",
};

/** What families' facts add up to, each as a large number and the words under it. */
export function totalsInWords({ totals }: StorySum): { figure: string; words: string }[] {
  return TOTAL_KINDS.flatMap((kind) => {
    const total = totals[kind];
    if (total === undefined) return [];
    const shown = `about ${kind === "money" ? "£" : ""}${figure(total.about)}`;
    const words = total.isHeld ? `${TOTAL_WORDS[kind]}; counted earlier` : TOTAL_WORDS[kind];
    return [{ figure: shown, words }];
  });
}

/** What happened to how many families, most first. */
export function barsInWords({ bars, familyCount }: StorySum): PlaceCount[] {
  return HAPPENINGS.flatMap(({ value, label }) => {
    const bar = bars[value];
    if (bar === undefined) return [];
    const name = bar.of === familyCount ? label : `${label} (counted earlier, of ${figure(bar.of)})`;
    return [{ key: value, name, count: bar.count }];
  }).toSorted((a, b) => b.count - a.count);
}
