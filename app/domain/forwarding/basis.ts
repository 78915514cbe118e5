/**
 * Of whom a count may be said: `constituents` of this representative; `at_least` where the division of some
 * postcodes is not known; `across` a county whose divisions cannot be told apart; `everyone` for the body addressed
 * and for named recipients.
 */
export type Basis = "constituents" | "at_least" | "across" | "everyone";

/** What is published of a county: its own count, and the sum of the counts of its divisions. */
export interface CountyCounts {
  count: number;
  inDivisions: number;
}

/**
 * What a seat's count is said of. A member of parliament's and a ward councillor's place is certain. A county
 * councillor's is where the divisions add up to the county, nearly so where they hold most of it, and unknown below
 * that or where nothing is published of the county: then the county's count is told and never called theirs.
 */
export function basisFor(level: "constituency" | "ward" | "division", county?: CountyCounts): Basis {
  if (level !== "division") return "constituents";
  if (county === undefined || county.inDivisions * 2 <= county.count) return "across";
  return county.inDivisions >= county.count ? "constituents" : "at_least";
}
