import type { Tables } from "#db/schema.ts";

type Year = Pick<
  Tables["sendYears"]["$inferSelect"],
  "plansInTime" | "plansIssued" | "appeals" | "appealableDecisions"
>;

/** Official numbers below this are said in words: they could point at a child. */
export const SMALLEST_OFFICIAL = 5;

/** The share of plans that came in time, where it can be said: of a small council it would give away a small number. */
export function inTimeShare({ plansInTime, plansIssued }: Year): number | undefined {
  if (plansInTime === null || plansIssued === null || plansIssued < SMALLEST_OFFICIAL) return undefined;
  if (isSmall(plansInTime) || isSmall(plansIssued - plansInTime)) return undefined;
  return plansInTime / plansIssued;
}

/** Appeals to the tribunal for every 100 decisions that could be appealed, to one decimal; undefined for few appeals. */
export function appealsRate({ appeals, appealableDecisions }: Year): number | undefined {
  if (appeals === null || appealableDecisions === null || appealableDecisions === 0) return undefined;
  return isSmall(appeals) ? undefined : Math.round((1000 * appeals) / appealableDecisions) / 10;
}

function isSmall(n: number): boolean {
  return n > 0 && n < SMALLEST_OFFICIAL;
}
