import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { AddressState } from "#db/tables/representative.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** A row of terms. */
export type Term = Tables["terms"]["$inferSelect"];
/** A row of representatives. */
export type Representative = Tables["representatives"]["$inferSelect"];

/** How an address names a term among those of one person: its area and, where it is known, its first day. */
export function termKey({ gssCode, startsOn }: Pick<Term, "gssCode" | "startsOn">): string {
  return startsOn === "" ? gssCode : `${gssCode}-${startsOn}`;
}

/** One term of a representative, by the key in its address. */
export async function findTerm(
  read: Reader,
  representativeId: string,
  key: string,
): Promise<Term | undefined> {
  const { terms } = read.tables;
  const [gssCode = ""] = key.split("-", 1);
  const [term] = await read
    .select()
    .from(terms)
    .where(
      and(
        eq(terms.representativeId, representativeId),
        eq(terms.gssCode, gssCode),
        eq(terms.startsOn, key.slice(gssCode.length + 1)),
      ),
    );
  return term;
}

/** True of a row that nobody has changed since it was read. */
export function isAsRead({ tables: { terms } }: Reader, term: Term): SQL | undefined {
  return and(
    eq(terms.id, term.id),
    eq(terms.representativeId, term.representativeId),
    eq(terms.party, term.party),
    eq(terms.startsOn, term.startsOn),
    eq(terms.endsOn, term.endsOn),
    eq(terms.addressHash, term.addressHash),
    eq(terms.addressState, term.addressState),
    eq(terms.source, term.source),
    eq(terms.checkedOn, term.checkedOn),
  );
}

/** What a term keeps of an address: sealed for its row, with the hash that all messages to it are found by. */
export function sealAddress(
  keyring: Keyring,
  termId: string,
  address: string,
): { address: string; addressHash: string } {
  if (address === "") return { address: "", addressHash: "" };
  return {
    address: keyring.seal({ table: "terms", column: "address", rowId: termId }, address),
    addressHash: hashAddress(keyring, address),
  };
}

/** The hash that all messages to an address are found by. */
export function hashAddress(keyring: Keyring, address: string): string {
  return keyring.hash("address of a representative", address.toLowerCase());
}

/** Opens what `sealAddress` sealed. */
export function openAddress(keyring: Keyring, term: Pick<Term, "id" | "address">): string {
  return keyring.open({ table: "terms", column: "address", rowId: term.id }, term.address);
}

/**
 * What is known of an address that a term is given: what is known of it elsewhere. Whoever has asked to be left
 * alone stays left alone, at a new address too.
 */
export async function stateOfAddress(
  tx: Tx,
  addressHash: string,
  before: AddressState | undefined,
): Promise<AddressState> {
  if (before === "opted_out") return before;
  if (addressHash === "") return "unknown";
  const { terms } = tx.tables;
  const known = await tx
    .select({ state: terms.addressState })
    .from(terms)
    .where(and(eq(terms.addressHash, addressHash), inArray(terms.addressState, ["opted_out", "bounced"])))
    .orderBy(asc(terms.id));
  return known.some(({ state }) => state === "opted_out") ? "opted_out" : (known[0]?.state ?? "good");
}
