import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { isRunning } from "../forwarding/terms.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { hashAddress } from "../representative/term-rows.server.ts";
import { londonDay } from "../time/london.ts";
import { officeKey } from "./office-name.ts";

/** Somebody known who may be the one that is named. */
export interface KnownOffice {
  representativeId: string;
  publicId: string;
  name: string;
  kind: RepresentativeKind;
  areaName: string;
  /** At the very address that was given; else only of the same name, at one of the seats. */
  hasAddress: boolean;
}

/** Those who speak for somewhere today and are at this address, or are an office of this name at one of these areas. */
export async function listKnownOffices(
  read: Reader,
  keyring: Keyring,
  named: { name: string; role: string; organisation: string; email: string; seats: readonly string[] },
  now: number,
): Promise<KnownOffice[]> {
  const { terms, representatives, areas } = read.tables;
  const addressHash = named.email === "" ? "" : hashAddress(keyring, named.email);
  const isSameName = and(
    eq(representatives.kind, "office"),
    inArray(representatives.nameKey, [officeKey(named, "council"), officeKey(named, "nation")]),
    inArray(terms.gssCode, [...named.seats, ""]),
  );
  const rows = await read
    .select({
      representativeId: representatives.id,
      publicId: representatives.publicId,
      name: representatives.name,
      kind: representatives.kind,
      areaName: areas.name,
      addressHash: terms.addressHash,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(
      and(
        isRunning(read, londonDay(now)),
        addressHash === "" ? isSameName : or(eq(terms.addressHash, addressHash), isSameName),
      ),
    )
    .orderBy(asc(representatives.name), asc(terms.id))
    .limit(LISTED);
  const known = new Map<string, KnownOffice>();
  for (const { addressHash: hash, ...row } of rows) {
    const hasAddress = addressHash !== "" && hash === addressHash;
    const before = known.get(row.publicId);
    if (!before || (hasAddress && !before.hasAddress)) known.set(row.publicId, { ...row, hasAddress });
  }
  return [...known.values()].toSorted((a, b) => Number(b.hasAddress) - Number(a.hasAddress));
}

const LISTED = 20;
