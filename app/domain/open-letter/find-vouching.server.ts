import { and, eq, gt, gte, inArray, or } from "drizzle-orm";
import { DOMAIN_VOUCHES_MONTHS } from "#app/policy-letters.ts";
import type { Reader } from "#db/database.ts";
import { foldWords } from "../area/fold-words.ts";
import { nameKeyOf } from "../representative/naming.ts";
import { addMonths, endOfLondonDay, londonDay } from "../time/london.ts";
import { hasTag, hostOf, isSharedHost } from "./mail-host.server.ts";
import { organisationKey } from "./organisation-key.ts";
import { namedSeat, speaksOfSeat } from "./seat-words.ts";
import type { Claim } from "./standing.ts";

/** Who claims what, by which confirmed address. */
export interface Claimant {
  name: string;
  email: string;
  addressHash: string;
  claim: Claim;
}

/**
 * Whether a confirmed address by itself vouches for what somebody says that they are: `domain` where it is at exactly
 * a domain that a moderator has found to be that organisation's own, `address` where it is the one that the seat they
 * name publishes for them. Undefined for all else, which waits for a moderator: whoever signs for an organisation,
 * whoever writes from a provider, a rented subdomain or with a tag, and every domain that nobody has looked at.
 */
export async function findVouching(
  read: Reader,
  claimant: Claimant,
  now: number,
): Promise<"domain" | "address" | undefined> {
  const { claim } = claimant;
  if (claim.onBehalf) return undefined;
  if (await hasOwnSeat(read, claimant, now)) return "address";
  if (claim.organisation === "" || speaksOfSeat(claim)) return undefined;
  return (await isAtOwnDomain(read, claimant, now)) ? "domain" : undefined;
}

async function isAtOwnDomain(read: Reader, { email, claim }: Claimant, now: number): Promise<boolean> {
  const host = hostOf(email);
  if (host === "" || hasTag(email) || isSharedHost(host)) return false;
  const { organisations } = read.tables;
  const oldest = endOfLondonDay(addMonths(londonDay(now), -DOMAIN_VOUCHES_MONTHS));
  const found = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.domain, host),
        eq(organisations.nameKey, organisationKey(claim.organisation)),
        gt(organisations.checkedAt, oldest),
      ),
    );
  return found.length > 0;
}

/** Whether the seat that a role names is theirs, and the address the one that it publishes. */
async function hasOwnSeat(
  read: Reader,
  { name, addressHash, claim }: Claimant,
  now: number,
): Promise<boolean> {
  const named = namedSeat(claim.role);
  if (!named || addressHash === "") return false;
  for (const seat of await listSeatsAt(read, { name, addressHash }, now)) {
    const isArea =
      named.area === "" || [seat.name, seat.shortName].some((one) => foldWords(one) === named.area);
    if (seat.kind === named.kind && isArea && (await isBodyOf(read, seat, claim.organisation))) return true;
  }
  return false;
}

/** The seats of a sitting representative of this name who publishes this address. */
export async function listSeatsAt(
  read: Reader,
  { name, addressHash }: { name: string; addressHash: string },
  now: number,
) {
  const { representatives, terms, areas } = read.tables;
  if (addressHash === "") return [];
  return read
    .select({
      kind: representatives.kind,
      name: areas.name,
      shortName: areas.shortName,
      parentGss: areas.parentGss,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(
      and(
        eq(terms.addressHash, addressHash),
        inArray(terms.addressState, ["good", "opted_out"]),
        eq(representatives.nameKey, nameKeyOf(name)),
        or(eq(terms.endsOn, ""), gte(terms.endsOn, londonDay(now))),
      ),
    );
}

/** Whether the organisation that goes with a seat is its own council or Parliament, or left out. */
async function isBodyOf(
  read: Reader,
  seat: { kind: string; name: string; parentGss: string },
  organisation: string,
): Promise<boolean> {
  const said = foldWords(organisation);
  if (said === "") return true;
  if (seat.kind === "mp") return ["house of commons", "uk parliament", "parliament"].includes(said);
  const { areas } = read.tables;
  const [council] = await read
    .select({ name: areas.name })
    .from(areas)
    .where(eq(areas.gssCode, seat.parentGss));
  return council !== undefined && foldWords(council.name) === said;
}
