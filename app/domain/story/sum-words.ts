import { HAPPENINGS } from "./facts.ts";
import { type StorySum, TOTAL_KINDS, type TotalKind } from "./sum.ts";

/** Families to whom something happened, as it is said. */
export interface HappenedWords {
  key: string;
  name: string;
  count: number;
}

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
export function barsInWords({ bars, familyCount }: StorySum): HappenedWords[] {
  return HAPPENINGS.flatMap(({ value, label }) => {
    const bar = bars[value];
    if (bar === undefined) return [];
    const name = bar.of === familyCount ? label : `${label} (counted earlier, of ${figure(bar.of)})`;
    return [{ key: value, name, count: bar.count }];
  }).toSorted((a, b) => b.count - a.count);
}

/** How what families told is added up, and what is left out so that no child can be found: a sentence or a few each. */
export const SUM_METHOD: readonly string[] = [
  "Families write their story, and may add facts beside it: what happened, how long, how far, what it cost. A moderator reads the story before it is published. Nobody has checked each fact, and families who tell here are not a sample of all. What people who work with children tell can be read here, and is not added up.",
  "Facts are told in bands, such as “7 to 12 months”. We add up the middle of each band, keep two figures and say “about”. A fact is added up only where ten families or more have told it.",
  "Facts are never shown with one story, and so you cannot sort the stories by what happened. A number of fewer than five families is left out, and so is one that would let you work such a number out, also from pages that you kept.",
  "The numbers move at most every 30 days, and only when five families or more have joined or left. A number marked “counted earlier” stands as it was, because a smaller change could point to one family.",
  "A family can take its story back at any time. It is gone from here at once, and from the numbers within 31 days.",
];

function figure(n: number): string {
  return n.toLocaleString("en-GB");
}
