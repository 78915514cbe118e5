import type { Reader } from "#db/database.ts";
import { listUpperCouncils } from "../area/queries.server.ts";
import { listSendYears, type SendYear } from "../area/send-figures.server.ts";
import { appealsRate, inTimeShare, SMALLEST_OFFICIAL } from "../area/send-rates.ts";
import { type ComparedCouncil, ratePerThousand } from "./compare.ts";
import type { StorySum } from "./sum.ts";
import { listStorySums } from "./sum-stories.server.ts";

/**
 * The councils that run education and have official figures, or a sum that is shown, by name. What families told is
 * the sum that the council's own page shows and nothing else: no number is worked out here but from two shown ones.
 */
export async function compareCouncils(read: Reader): Promise<ComparedCouncil[]> {
  const [councils, sums, years] = await Promise.all([
    listUpperCouncils(read),
    listStorySums(read),
    listSendYears(read),
  ]);
  const yearsOf = new Map<string, SendYear[]>();
  for (const year of years) yearsOf.set(year.gssCode, [...(yearsOf.get(year.gssCode) ?? []), year]);
  return councils.flatMap(({ gssCode, slug, name, shortName }) => {
    const [own, sum] = [yearsOf.get(gssCode) ?? [], sums.get(gssCode)];
    if (own.length === 0 && sum === undefined) return [];
    const plans = latest(own, ({ activePlans }) =>
      activePlans !== null && activePlans >= SMALLEST_OFFICIAL ? activePlans : undefined,
    );
    const inTime = latest(own, inTimeShare);
    const appeals = latest(own, appealsRate);
    return {
      ...{ gssCode, slug, name, shortName },
      told: sum && toldIn(sum, plans?.number),
      plans: plans && { count: plans.number, year: plans.year },
      inTime: inTime && { share: inTime.number, year: inTime.year },
      appeals: appeals && { rate: appeals.number, year: appeals.year },
    };
  });
}

function toldIn(
  { familyCount, totals, summedAt }: StorySum & { summedAt: number },
  plans: number | undefined,
): ComparedCouncil["told"] {
  return {
    ...{ familyCount, summedAt, monthsOut: totals.monthsOut?.about },
    perThousand: plans === undefined ? undefined : ratePerThousand(familyCount, plans),
  };
}

/** The newest year that gives a number; `years` are oldest first. */
function latest(
  years: readonly SendYear[],
  numberOf: (year: SendYear) => number | undefined,
): { number: number; year: number } | undefined {
  for (const year of years.toReversed()) {
    const number = numberOf(year);
    if (number !== undefined) return { number, year: year.year };
  }
  return undefined;
}
