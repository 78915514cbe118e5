import { and, asc, gt, inArray, lte, ne, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Some of all addresses, by their hashes: listed ones, or those after one and up to another. */
export type Addresses = readonly string[] | { after: string; upTo?: string };

/** The seats that have one of these addresses; as a list of ids, so that the engines begin with it. */
export function seatsAt(read: Reader, addresses: Addresses) {
  const { terms } = read.tables;
  return read
    .select({ id: terms.id })
    .from(terms)
    .where(and(ne(terms.address, ""), isAmong(read, addresses)));
}

function isAmong({ tables: { terms } }: Reader, addresses: Addresses): SQL | undefined {
  if (!("after" in addresses)) return inArray(terms.addressHash, [...addresses]);
  const { after, upTo } = addresses;
  return and(gt(terms.addressHash, after), upTo === undefined ? undefined : lte(terms.addressHash, upTo));
}

/** A part of all addresses, and where the next one begins. */
export type AddressRange = Exclude<Addresses, readonly string[]>;

/** The addresses after this one, as many as so many seats have; without an end where it is all that are left. */
export async function nextAddresses(
  read: Reader,
  { after, seatCount }: { after: string; seatCount: number },
): Promise<AddressRange> {
  const { terms } = read.tables;
  const [last] = await read
    .select({ addressHash: terms.addressHash })
    .from(terms)
    .where(gt(terms.addressHash, after))
    .orderBy(asc(terms.addressHash))
    .limit(1)
    .offset(seatCount - 1);
  return { after, upTo: last?.addressHash };
}
