import { and, asc, desc, eq, gte, inArray, max, ne, or } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { termKey } from "../representative/term-rows.server.ts";
import { londonDay } from "../time/london.ts";

/** A seat whose address nothing is sent to, because of what came back. */
export interface LostAddress {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  /** Of the seat, in its address. */
  key: string;
  areaName: string;
  state: "bounced" | "opted_out";
  /** When a message last came back or was complained of; missing where an admin said so by hand. */
  since?: number;
}

/** The seats that are held now whose address bounced, or whose reader has objected: a page, by name. */
export async function listLostAddresses(
  read: Reader,
  { page, state }: { page: number; state: LostAddress["state"] },
  now: number,
): Promise<{ addresses: LostAddress[]; hasMore: boolean }> {
  const { terms, representatives, areas } = read.tables;
  const rows = await read
    .select({ term: terms, person: representatives, areaName: areas.name })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(and(eq(terms.addressState, state), or(eq(terms.endsOn, ""), gte(terms.endsOn, londonDay(now)))))
    .orderBy(asc(representatives.nameKey), asc(terms.id))
    .limit(PAGE_LENGTH + 1)
    .offset((page - 1) * PAGE_LENGTH);
  const shown = rows.slice(0, PAGE_LENGTH);
  const times = await findTimes(
    read,
    shown.map(({ term }) => term.addressHash),
    state,
  );
  return {
    hasMore: rows.length > PAGE_LENGTH,
    addresses: shown.map(({ term, person, areaName }) => {
      const { publicId, kind, name, isInvented } = person;
      const since = times.get(term.addressHash);
      return { publicId, kind, name, isInvented, key: termKey(term), areaName, state, since };
    }),
  };
}

async function findTimes(
  read: Reader,
  hashes: readonly string[],
  state: LostAddress["state"],
): Promise<Map<string, number>> {
  const { deliveries } = read.tables;
  if (hashes.length === 0) return new Map();
  const last = max(deliveries.settledAt);
  const rows = await read
    .select({ addressHash: deliveries.addressHash, at: last })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.addressHash, [...hashes]),
        ne(deliveries.addressHash, ""),
        eq(deliveries.state, state === "bounced" ? "bounced" : "complained"),
      ),
    )
    .groupBy(deliveries.addressHash)
    .orderBy(desc(last));
  return new Map(rows.flatMap(({ addressHash, at }) => (at === null ? [] : [[addressHash, Number(at)]])));
}
