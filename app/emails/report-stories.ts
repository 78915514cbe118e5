import { type Block, paragraph } from "./blocks.ts";
import { figure } from "./report-words.ts";

/** What families told of the reader's council: its own page shows the same. */
export type ReportStories = {
  /** "Worcestershire" */
  place: string;
  familyCount: number;
  /** Months without a full school place, added together, in two figures. */
  monthsOut?: number;
  url: string;
};

/** One line on families' stories and where to read them; nothing where none may be said. */
export function storyLine(stories: ReportStories | undefined): Block[] {
  if (stories === undefined) return [];
  const { place, familyCount, monthsOut, url } = stories;
  const together =
    monthsOut === undefined ? "" : `; together about ${figure(monthsOut)} months without a full school place`;
  return [
    paragraph(
      `In ${place}, ${figure(familyCount)} families have told here what happened to them${together}.`,
      {
        label: "Read what they say",
        url,
      },
    ),
  ];
}
