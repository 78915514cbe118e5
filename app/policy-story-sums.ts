// Numbers of what stories add up to: unit, reason, source. The others stand in policy-stories.ts.

/** Families whose stories an area needs before anything is added up, and who must have told a fact before it is. */
export const SUM_FROM_FAMILIES = 10;
/** Families who must have joined or left before a sum moves: from two sums nobody learns of fewer. */
export const SUM_MOVES_BY_FAMILIES = 5;
/** A number of families below this is never shown, nor one of which the rest would be below it. */
export const SUM_SMALLEST_COUNT = 5;
/** Days between two moves of a sum at least. */
export const SUM_DAYS = 30;
/** Days after which what a family took back has left a shown sum; the daily work that sees to it may come a day later. */
export const FACTS_LEAVE_DAYS = 30;
/** Stories in one evidence pack, the newest first: some hundred pages at most, as much as a committee can be asked to read. */
export const STORIES_PER_PACK = 60;
