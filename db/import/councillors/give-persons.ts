import { nameKeyOf } from "#app/domain/representative/naming.ts";
import { ImportFault } from "../import-fault.ts";
import type { CurrentTerm } from "../terms/current-terms.server.ts";
import type { Holder } from "../terms/holder.ts";
import type { Found } from "./read-holders.ts";

/**
 * Gives every row the key of the person it is about. Somebody known is found by the source's own key, else by their
 * name in the ward, else by a name that only one person on the council bears: so a file of another layout, or with new
 * wards, meets the same people.
 * @throws ImportFault when two rows are about one person.
 */
export function givePersons(
  found: readonly Found[],
  current: readonly CurrentTerm[],
  merged: ReadonlyMap<string, string>,
): Holder[] {
  const rowOf = new Map<string, string>();
  const people = new Map(
    found.map(({ council }) => [council.gssCode, knownPeople(council.gssCode, current)]),
  );
  const doubled = new Set<string>();
  return found.flatMap(({ council, key, holder }) => {
    const nameKey = nameKeyOf(holder.name);
    const givenKey = `councillor:${council.gssCode}:${key || `${holder.gssCode}:${nameKey}`}`;
    const ownKey = merged.get(givenKey) ?? givenKey;
    const known = people.get(council.gssCode);
    const sourceKey =
      (known?.keys.has(ownKey) ? ownKey : undefined) ??
      known?.byWard.get(`${holder.gssCode} ${nameKey}`) ??
      known?.byName.get(nameKey) ??
      ownKey;
    if (merged.has(givenKey)) doubled.add(sourceKey);
    // A source that lists somebody twice, as an admin has found, goes on doing so.
    if (doubled.has(sourceKey) && rowOf.has(sourceKey)) return [];
    for (const same of [sourceKey, `${holder.gssCode} ${nameKey}`]) {
      const other = rowOf.get(same);
      if (other !== undefined)
        throw new ImportFault(`${other} and ${holder.row} are of the same councillor.`);
      rowOf.set(same, holder.row);
    }
    return [{ ...holder, sourceKey }];
  });
}

interface KnownPeople {
  keys: Set<string>;
  byWard: Map<string, string>;
  /** Undefined for a name that several bear. */
  byName: Map<string, string | undefined>;
}

function knownPeople(councilGss: string, current: readonly CurrentTerm[]): KnownPeople {
  const known: KnownPeople = { keys: new Set(), byWard: new Map(), byName: new Map() };
  for (const { term, representative, councilGss: own } of current) {
    if (own !== councilGss) continue;
    const { sourceKey, nameKey } = representative;
    known.keys.add(sourceKey);
    known.byWard.set(`${term.gssCode} ${nameKey}`, sourceKey);
    const other = known.byName.get(nameKey);
    known.byName.set(nameKey, known.byName.has(nameKey) && other !== sourceKey ? undefined : sourceKey);
  }
  return known;
}
