import { and, asc, eq, exists, gte, inArray, ne, not, or } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { AddressState, RepresentativeKind } from "#db/tables/representative.ts";
import { type Basis, basisFor } from "./basis.ts";
import { readCounties } from "./counties.server.ts";
import { TOLD_LEVELS, toldLevel } from "./forwarding.ts";
import { isPaused, isRunning } from "./terms.server.ts";

/** More than everybody who speaks for any place. */
const LISTED = 30_000;

/** Somebody who speaks for a place today, and the published count that they are told of. */
export interface LedgerSeat {
  representativeId: string;
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  seat: Tables["areas"]["$inferSelect"];
  /** The area counted: of the seat, the county of a division, or blank for everyone. */
  gssCode: string;
  basis: Basis;
  count: number;
  hasAddress: boolean;
  addressState: AddressState;
  isPaused: boolean;
}

/** What decides which seats a ledger has. */
interface Wanted {
  campaign: { id: string; bodyGss: string };
  day: string;
  mode: "live" | "rehearsal";
}

/**
 * Everybody in office on a day who speaks for five or more who signed, and those whom the campaign is addressed to,
 * with an address or without. Who is addressed is in it as that alone.
 */
export async function listLedgerSeats(read: Reader, wanted: Wanted): Promise<LedgerSeat[]> {
  const addressed = await listAddressed(read, wanted);
  const known = new Set(addressed.map(({ representativeId }) => representativeId));
  const seats = [...(await listOwnAreas(read, wanted)), ...(await listOfCounties(read, wanted))];
  return [...addressed, ...seats.filter(({ representativeId }) => !known.has(representativeId))];
}

async function listOwnAreas(read: Reader, wanted: Wanted): Promise<LedgerSeat[]> {
  const { terms, areas, representatives, publishedTallies } = read.tables;
  const { campaign, day } = wanted;
  const counties = await readCounties(read, campaign.id);
  const rows = await read
    .select({ ...columns(read, wanted), count: publishedTallies.count })
    .from(publishedTallies)
    .innerJoin(terms, eq(terms.gssCode, publishedTallies.code))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(
      and(
        eq(publishedTallies.campaignId, campaign.id),
        inArray(publishedTallies.level, [...TOLD_LEVELS]),
        gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
        isRunning(read, day),
        ne(representatives.kind, "office"),
      ),
    )
    .orderBy(asc(terms.id))
    .limit(LISTED);
  return rows.flatMap(({ address, ...row }) => {
    const level = toldLevel(row.seat.level);
    if (level === undefined) return [];
    const basis = basisFor(level, counties(campaign.id, row.seat.parentGss));
    if (basis === "across") return [];
    return [{ ...row, gssCode: row.seat.gssCode, basis, hasAddress: address !== "" }];
  });
}

/** County councillors whose division cannot be told from the others: they hear of the county's count. */
async function listOfCounties(read: Reader, wanted: Wanted): Promise<LedgerSeat[]> {
  const { terms, areas, representatives, publishedTallies } = read.tables;
  const { campaign, day } = wanted;
  const counties = await readCounties(read, campaign.id);
  const rows = await read
    .select({ ...columns(read, wanted), count: publishedTallies.count })
    .from(publishedTallies)
    .innerJoin(areas, and(eq(areas.parentGss, publishedTallies.code), eq(areas.level, "division")))
    .innerJoin(terms, eq(terms.gssCode, areas.gssCode))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(
      and(
        eq(publishedTallies.campaignId, campaign.id),
        eq(publishedTallies.level, "upper"),
        gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
        isRunning(read, day),
        ne(representatives.kind, "office"),
      ),
    )
    .orderBy(asc(terms.id))
    .limit(LISTED);
  return rows.flatMap(({ address, ...row }) => {
    const basis = basisFor("division", counties(campaign.id, row.seat.parentGss));
    if (basis !== "across") return [];
    return [{ ...row, gssCode: row.seat.parentGss, basis, hasAddress: address !== "" }];
  });
}

/** Recipients whom a moderator has checked, or, where none is named, the offices of the body addressed. */
async function listAddressed(read: Reader, wanted: Wanted): Promise<LedgerSeat[]> {
  const { terms, areas, representatives, publications, recipients } = read.tables;
  const { campaign, day } = wanted;
  const named = read
    .select({ representativeId: recipients.representativeId })
    .from(recipients)
    .where(eq(recipients.campaignId, campaign.id));
  const checked = read
    .select({ representativeId: recipients.representativeId })
    .from(recipients)
    .where(and(eq(recipients.campaignId, campaign.id), ne(recipients.checkedBy, "")));
  const isOfBody = and(
    eq(representatives.kind, "office"),
    ne(terms.gssCode, ""),
    eq(terms.gssCode, campaign.bodyGss),
    not(exists(named)),
  );
  const rows = await read
    .select({ ...columns(read, wanted), count: publications.total })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(publications, eq(publications.campaignId, campaign.id))
    .where(
      and(
        isRunning(read, day),
        gte(publications.total, SMALLEST_SHOWN_COUNT),
        or(inArray(terms.representativeId, checked), isOfBody),
      ),
    )
    .orderBy(asc(terms.id))
    .limit(LISTED);
  return rows.map(({ address, ...row }) => ({
    ...row,
    gssCode: "",
    basis: "everyone",
    hasAddress: address !== "",
  }));
}

function columns(read: Reader, { campaign, mode }: Wanted) {
  const { terms, representatives, areas } = read.tables;
  return {
    representativeId: representatives.id,
    publicId: representatives.publicId,
    kind: representatives.kind,
    name: representatives.name,
    isInvented: representatives.isInvented,
    seat: areas,
    address: terms.address,
    addressState: terms.addressState,
    isPaused: isPaused(read, campaign.id, mode),
  };
}
