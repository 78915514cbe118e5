/** One council that runs education, as the national table shows it: what families told beside what officials publish. */
export interface ComparedCouncil {
  gssCode: string;
  slug: string;
  name: string;
  /** "Worcestershire": what it is found by. */
  shortName: string;
  /** As its own page shows it; absent where nothing is shown there. */
  told?: {
    familyCount: number;
    /** Families who told, for every 1,000 children with a plan; absent where officials give no such number. */
    perThousand?: number;
    /** Months without a full school place, added together. */
    monthsOut?: number;
    summedAt: number;
  };
  /** Children and young people with a plan. */
  plans?: { count: number; year: number };
  /** Share of plans finished within 20 weeks, 0 to 1. */
  inTime?: { share: number; year: number };
  /** Appeals for every 100 decisions that could be appealed. */
  appeals?: { rate: number; year: number };
}

/** What the table can be sorted by, in the order of its columns. */
export const COMPARE_KEYS = ["name", "families", "rate", "months", "in_time", "appeals"] as const;
export type CompareKey = (typeof COMPARE_KEYS)[number];

/** How a table is sorted: names from A, numbers from the largest, unless turned round. */
export interface CompareOrder {
  by: CompareKey;
  isTurned: boolean;
}

/** Families who told for every 1,000 children with a plan, to one decimal: of two numbers that are both shown. */
export function ratePerThousand(familyCount: number, plans: number): number | undefined {
  return plans <= 0 ? undefined : Math.round((10_000 * familyCount) / plans) / 10;
}

/** Reads an order as an address has it; what it does not know is by name. */
export function readCompareOrder(search: URLSearchParams): CompareOrder {
  const asked = search.get("sort");
  const by = COMPARE_KEYS.find((key) => key === asked) ?? "name";
  return { by, isTurned: search.get("turned") === "1" };
}

/** The councils in that order. Whoever has no number stands at the end by name, so that the order says nothing of them. */
export function sortCompared(
  councils: readonly ComparedCouncil[],
  { by, isTurned }: CompareOrder,
): ComparedCouncil[] {
  const sign = isTurned ? -1 : 1;
  if (by === "name") return [...councils].sort((a, b) => sign * byName(a, b));
  return [...councils].sort((a, b) => {
    const [one, other] = [numberOf(a, by), numberOf(b, by)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || byName(a, b);
    return sign * (other - one) || byName(a, b);
  });
}

function numberOf(
  { told, inTime, appeals }: ComparedCouncil,
  by: Exclude<CompareKey, "name">,
): number | undefined {
  switch (by) {
    case "families":
      return told?.familyCount;
    case "rate":
      return told?.perThousand;
    case "months":
      return told?.monthsOut;
    case "in_time":
      return inTime?.share;
    case "appeals":
      return appeals?.rate;
  }
}

function byName(a: ComparedCouncil, b: ComparedCouncil): number {
  return a.shortName.localeCompare(b.shortName, "en-GB") || (a.gssCode < b.gssCode ? -1 : 1);
}
