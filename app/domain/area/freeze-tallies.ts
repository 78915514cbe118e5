import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

/** A council that ends, and those that come after it. */
export interface EndingCouncil {
  gssCode: string;
  successors: readonly string[];
}

/**
 * Which ended councils may keep the number that was published of one campaign. A successor's number will stand beside
 * it: wherever the two together would tell of 1 to 4 people, the smallest of the group is left out, then the next.
 * `exact` is the true count of each council, `published` the number that was shown, where one was.
 */
export function chooseFrozen(
  councils: readonly EndingCouncil[],
  exact: ReadonlyMap<string, number>,
  published: ReadonlyMap<string, number>,
): Set<string> {
  const kept = new Set(councils.map((council) => council.gssCode).filter((code) => published.has(code)));
  const groups = new Map<string, string[]>();
  for (const { gssCode, successors } of councils) {
    const [only, ...others] = successors;
    if (only !== undefined && others.length === 0) groups.set(only, [...(groups.get(only) ?? []), gssCode]);
  }
  const countOf = (code: string) => exact.get(code) ?? 0;
  for (const members of groups.values()) {
    const smallestFirst = members
      .filter((code) => kept.has(code))
      .sort((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1));
    for (const code of smallestFirst) {
      const rest = members
        .filter((member) => !kept.has(member))
        .reduce((sum, member) => sum + countOf(member), 0);
      if (!isTelling(rest)) break;
      kept.delete(code);
    }
  }
  // What was divided is the sum of its successors: it stays only if none of them is small.
  for (const { gssCode, successors } of councils) {
    if (successors.length < 2) continue;
    const isSafe = successors.every((code) => {
      const members = groups.get(code);
      return members === undefined || !isTelling(members.reduce((sum, member) => sum + countOf(member), 0));
    });
    if (!isSafe) kept.delete(gssCode);
  }
  return kept;
}

function isTelling(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN_COUNT;
}
