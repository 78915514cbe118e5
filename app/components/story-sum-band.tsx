import type { ReactElement, ReactNode } from "react";
import type { StorySum } from "#app/domain/story/sum.ts";
import { totalsInWords } from "#app/domain/story/sum-words.ts";
import { Band, Facts } from "./band.tsx";
import { counted, londonDayOfYear } from "./format.ts";

interface StorySumBandProps {
  /** Absent while nothing may be added up. */
  sum?: (StorySum & { summedAt: number }) | undefined;
  /** Stories to read. */
  storyCount: number;
  children?: ReactNode;
}

/** What families told of a council, as large numbers on the dark band; in words alone while they are few. */
export function StorySumBand({ sum, storyCount, children }: StorySumBandProps): ReactElement {
  const totals = sum === undefined ? [] : totalsInWords(sum);
  return (
    <Band>
      <h2>What families say happened</h2>
      {totals.length === 0 ? null : <Facts facts={totals} />}
      <p>
        {sum === undefined
          ? storyCount === 0
            ? "No story has been published here yet."
            : `${counted(storyCount, "story has", "stories have")} been told here. From ten families on, we add up what they told.`
          : `Added up from what ${counted(sum.familyCount, "family", "families")} told, on ${londonDayOfYear(sum.summedAt)}.`}
      </p>
      {children}
    </Band>
  );
}
