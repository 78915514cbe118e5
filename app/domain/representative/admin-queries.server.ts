import { and, asc, desc, eq, gte, inArray, like, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { AddressState, RepresentativeKind } from "#db/tables/representative.ts";
import { type Area, findAreas } from "../area/queries.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { foldName } from "../signature/identity.ts";
import { londonDay } from "../time/london.ts";
import { openAddress, type Representative, termKey } from "./term-rows.server.ts";
import { versionOf } from "./version.server.ts";

/** Which terms a list shows: those that run, of them those with a trouble, those that are over, or all. */
export const TERM_FILTERS = ["current", "no_address", "bounced", "opted_out", "ended", "all"] as const;
export type TermFilter = (typeof TERM_FILTERS)[number];

/** What representatives are searched by; blank and undefined ask for nothing. */
export interface RepresentativeSearch {
  q: string;
  kind: RepresentativeKind | undefined;
  filter: TermFilter;
  /** The areas they must speak for. */
  gssCodes: readonly string[] | undefined;
}

/** One term in a list: who, where, and how it stands. */
export interface ListedTerm {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  key: string;
  gssCode: string;
  areaName: string;
  parentName: string;
  party: string;
  endsOn: string;
  hasAddress: boolean;
  addressState: AddressState;
  checkedOn: string;
}

/** A page of terms by name, and how many there are in all. */
export async function listTerms(
  read: Reader,
  search: RepresentativeSearch,
  page: number,
  now: number,
): Promise<{ terms: ListedTerm[]; count: number }> {
  const { terms, representatives, areas } = read.tables;
  const isListed = matches(read, search, londonDay(now));
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(isListed);
  const rows = await read
    .select({ term: terms, person: representatives, areaName: areas.name, parentGss: areas.parentGss })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(isListed)
    .orderBy(asc(representatives.nameKey), asc(terms.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  const parents = await findAreas(
    read,
    rows.map((row) => row.parentGss),
  );
  return {
    count: counted?.count ?? 0,
    terms: rows.map(({ term, person, areaName, parentGss }) => {
      const { publicId, kind, name, isInvented } = person;
      const { gssCode, party, endsOn, address, addressState, checkedOn } = term;
      return {
        ...{ publicId, kind, name, isInvented, key: termKey(term), gssCode, areaName, party, endsOn },
        ...{
          parentName: parents.get(parentGss)?.name ?? "",
          hasAddress: address !== "",
          addressState,
          checkedOn,
        },
      };
    }),
  };
}

/** How many running terms have each trouble: what an admin might put right next. */
export async function countTroubles(
  read: Reader,
  now: number,
): Promise<Record<"no_address" | "bounced" | "opted_out", number>> {
  const { terms, representatives } = read.tables;
  const count = async (filter: TermFilter) => {
    const search = { q: "", kind: undefined, gssCodes: undefined, filter };
    const [counted] = await read
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(terms)
      .innerJoin(representatives, eq(representatives.id, terms.representativeId))
      .where(matches(read, search, londonDay(now)));
    return counted?.count ?? 0;
  };
  return {
    no_address: await count("no_address"),
    bounced: await count("bounced"),
    opted_out: await count("opted_out"),
  };
}

/** A term as those who look after it see it, with its address. */
export interface ManagedTerm {
  key: string;
  area: Area;
  parent?: Area;
  party: string;
  startsOn: string;
  endsOn: string;
  isRunning: boolean;
  address: string;
  addressState: AddressState;
  source: string;
  checkedOn: string;
  version: string;
}

/** A person or an office as those who look after them see them. */
export interface ManagedRepresentative {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  fullTitle: string;
  sourceKey: string;
  isInvented: boolean;
  version: string;
  /** The latest first. */
  terms: ManagedTerm[];
}

/** One representative with all their terms and addresses, or undefined. */
export async function findManaged(
  read: Reader,
  keyring: Keyring,
  publicId: string,
  now: number,
): Promise<ManagedRepresentative | undefined> {
  const { terms } = read.tables;
  const person = await findRepresentativeRow(read, publicId);
  if (!person) return undefined;
  const rows = await read
    .select()
    .from(terms)
    .where(eq(terms.representativeId, person.id))
    .orderBy(desc(terms.startsOn), asc(terms.id));
  const areas = await findAreas(
    read,
    rows.map((row) => row.gssCode),
  );
  const parents = await findAreas(
    read,
    [...areas.values()].map((area) => area.parentGss),
  );
  const today = londonDay(now);
  const { kind, name, fullTitle, sourceKey, isInvented } = person;
  return {
    ...{ publicId, kind, name, fullTitle, sourceKey, isInvented, version: versionOf(person) },
    terms: rows.flatMap((row) => {
      const area = areas.get(row.gssCode);
      if (!area) return [];
      const { party, startsOn, endsOn, addressState, source, checkedOn } = row;
      const isRunning = startsOn <= today && (endsOn === "" || endsOn >= today);
      const seat = { key: termKey(row), area, parent: parents.get(area.parentGss), isRunning };
      const address = openAddress(keyring, row);
      const version = versionOf(row);
      return [{ ...seat, party, startsOn, endsOn, address, addressState, source, checkedOn, version }];
    }),
  };
}

/** The row of a representative, by public id. */
export async function findRepresentativeRow(
  read: Reader,
  publicId: string,
): Promise<Representative | undefined> {
  const { representatives } = read.tables;
  const [person] = await read.select().from(representatives).where(eq(representatives.publicId, publicId));
  return person;
}

/** The public id of the one into whom somebody was merged, or undefined. */
export async function findMergedInto(read: Reader, publicId: string): Promise<string | undefined> {
  const { mergedRepresentatives, representatives } = read.tables;
  const [kept] = await read
    .select({ publicId: representatives.publicId })
    .from(mergedRepresentatives)
    .innerJoin(representatives, eq(representatives.id, mergedRepresentatives.representativeId))
    .where(eq(mergedRepresentatives.publicId, publicId));
  return kept?.publicId;
}

function matches(
  read: Reader,
  { q, kind, filter, gssCodes }: RepresentativeSearch,
  today: string,
): SQL | undefined {
  const { terms, representatives } = read.tables;
  const words = foldName(q).replace(/[%_\\]/g, "");
  return and(
    q === "" ? undefined : words === "" ? sql`1 = 0` : like(representatives.nameKey, `%${words}%`),
    kind === undefined ? undefined : eq(representatives.kind, kind),
    gssCodes === undefined
      ? undefined
      : gssCodes.length === 0
        ? sql`1 = 0`
        : inArray(terms.gssCode, [...gssCodes]),
    inFilter(read, filter, today),
  );
}

function inFilter({ tables: { terms } }: Reader, filter: TermFilter, today: string): SQL | undefined {
  const isRunning = and(lte(terms.startsOn, today), or(eq(terms.endsOn, ""), gte(terms.endsOn, today)));
  switch (filter) {
    case "current":
      return isRunning;
    case "no_address":
      return and(isRunning, eq(terms.address, ""), ne(terms.addressState, "opted_out"));
    case "bounced":
    case "opted_out":
      return and(isRunning, eq(terms.addressState, filter));
    case "ended":
      return and(ne(terms.endsOn, ""), lt(terms.endsOn, today));
    case "all":
      return undefined;
  }
}
