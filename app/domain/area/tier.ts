import type { AreaLevel } from "#db/tables/area.ts";
import type { TallyLevel } from "#db/tables/tally.ts";

/**
 * The level at which a council's people are counted: districts among districts and unitaries, all others among
 * the councils that run education. A number of one tier is never added to a number of the other.
 */
export function councilTier(council: { kind: string }): Extract<TallyLevel, "upper" | "lower"> {
  return council.kind === "district" ? "lower" : "upper";
}

/** The level at which the people of any area are counted. */
export function levelOf(area: { level: AreaLevel; kind: string }): TallyLevel {
  if (area.level === "nation") return "country";
  return area.level === "council" ? councilTier(area) : area.level;
}
