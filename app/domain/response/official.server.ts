import { and, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { isAtCouncil } from "../representative/council-domain.ts";
import { openAddress } from "../representative/term-rows.server.ts";

/** Parliaments and governments, whose domains nobody else can have an address at. */
const PARLIAMENTS = ["parliament.uk", "parliament.scot", "senedd.wales", "niassembly.gov.uk"];
const GOVERNMENTS = ["gov.scot", "gov.wales", "gov.uk"];

/** The domain of the address on record: what moderators see of it, and whether it is the body's own. */
export interface AddressOrigin {
  domain: string;
  isOfficial: boolean;
}

/**
 * Where the address on record of a seat is at. Official is that of the council it belongs to, for a member of a
 * parliament that parliament's, for an office also a government's; never another council's, nor a mail provider's.
 */
export async function addressOrigin(
  read: Reader,
  keyring: Keyring,
  seat: { termId: string; address: string; kind: RepresentativeKind; gssCode: string; parentGss: string },
): Promise<AddressOrigin> {
  const address = openAddress(keyring, { id: seat.termId, address: seat.address });
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return { domain, isOfficial: domain !== "" && (await isOfficial(read, address, seat)) };
}

async function isOfficial(
  read: Reader,
  address: string,
  { kind, gssCode, parentGss }: { kind: RepresentativeKind; gssCode: string; parentGss: string },
): Promise<boolean> {
  const isAt = (domain: string) => isAtCouncil(address, domain);
  if (kind === "mp") return PARLIAMENTS.some(isAt);
  const { areas } = read.tables;
  const isCouncil = and(eq(areas.level, "council"), ne(areas.domain, ""));
  const own = await read
    .select({ domain: areas.domain })
    .from(areas)
    .where(and(isCouncil, inArray(areas.gssCode, [gssCode, parentGss])));
  if (own.some(({ domain }) => isAt(domain))) return true;
  if (kind !== "office") return false;
  if (PARLIAMENTS.some(isAt)) return true;
  const host = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  if (!GOVERNMENTS.some((domain) => host === domain || host.endsWith(`.${domain}`))) return false;
  const councils = await read.select({ domain: areas.domain }).from(areas).where(isCouncil);
  return !councils.some(({ domain }) => isAt(domain));
}
