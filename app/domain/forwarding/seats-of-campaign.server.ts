import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { listCurrentAreas } from "../area/queries.server.ts";
import type { Counted } from "./counted.ts";
import { toldLevel } from "./forwarding.ts";
import { isRunning } from "./terms.server.ts";

/** Read at once; fewer than any engine takes in one statement. */
const CHUNK = 5000;

/**
 * Everybody who speaks for the council concerned, its wards, divisions and constituencies: with a count of 0, for
 * whoever has one is counted elsewhere.
 */
export async function listUncounted(
  read: Reader,
  campaign: Tables["campaigns"]["$inferSelect"],
  slotOn: string,
): Promise<Counted[]> {
  const councils = campaign.bodyGss === "" ? [] : await listCurrentAreas(read, campaign.bodyGss);
  if (councils.length === 0) return [];
  const codes = councils.map(({ gssCode }) => gssCode);
  const constituencies: string[] = [];
  for (const council of councils) {
    const found = await listConstituenciesOf(read, council);
    constituencies.push(...found.map(({ constituency }) => constituency.gssCode));
  }
  const { terms, areas, representatives } = read.tables;
  const rows = await read
    .select({ term: terms, seat: areas })
    .from(terms)
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(
      and(
        isRunning(read, slotOn),
        ne(representatives.kind, "office"),
        or(
          and(inArray(areas.parentGss, codes), inArray(areas.level, ["ward", "division"])),
          inArray(areas.gssCode, constituencies),
        ),
      ),
    )
    .orderBy(asc(terms.id))
    .limit(CHUNK);
  const { id: campaignId, state: campaignState, closedAt, bodyGss } = campaign;
  return rows.flatMap(({ term, seat }) => {
    const level = toldLevel(seat.level);
    if (level === undefined) return [];
    const { id: termId, addressHash, representativeId } = term;
    return [
      {
        ...{ addressHash, termId, representativeId, seat, gssCode: seat.gssCode, level, tally: 0 },
        ...{ campaignId, campaignState, closedAt, bodyGss, basis: "constituents" as const },
      },
    ];
  });
}

/** Who holds a seat, and what stands between them and a message. */
export interface Seat {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  areaName: string;
  hasAddress: boolean;
  barred?: "bounced" | "opted_out";
  isPausedByThem: boolean;
}

/** Reads the holders of seats, and whether their addresses may be written to about a campaign. */
export async function readSeats(
  read: Reader,
  { campaignId, mode }: { campaignId: string; mode: DeliveryMode },
  all: readonly Pick<Counted, "termId">[],
): Promise<(of: Pick<Counted, "termId">) => Seat | undefined> {
  const { terms, areas, representatives } = read.tables;
  const barred = await readBarred(read);
  const paused = await readPaused(read, campaignId, mode);
  const seats = new Map<string, Seat>();
  const ids = [...new Set(all.map(({ termId }) => termId))];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await read
      .select({
        termId: terms.id,
        address: terms.address,
        addressHash: terms.addressHash,
        publicId: representatives.publicId,
        kind: representatives.kind,
        name: representatives.name,
        isInvented: representatives.isInvented,
        areaName: areas.name,
      })
      .from(terms)
      .innerJoin(representatives, eq(representatives.id, terms.representativeId))
      .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
      .where(inArray(terms.id, ids.slice(start, start + CHUNK)));
    for (const { termId, address, addressHash, ...seat } of rows)
      seats.set(termId, {
        ...seat,
        hasAddress: address !== "",
        barred: barred.get(addressHash),
        isPausedByThem: paused.has(addressHash),
      });
  }
  return ({ termId }) => seats.get(termId);
}

async function readBarred(read: Reader): Promise<Map<string, "bounced" | "opted_out">> {
  const { terms } = read.tables;
  const rows = await read
    .select({ addressHash: terms.addressHash, state: terms.addressState })
    .from(terms)
    .where(and(ne(terms.addressHash, ""), inArray(terms.addressState, ["bounced", "opted_out"])));
  const barred = new Map<string, "bounced" | "opted_out">();
  for (const { addressHash, state } of rows)
    if (state === "opted_out" || (state === "bounced" && !barred.has(addressHash)))
      barred.set(addressHash, state);
  return barred;
}

async function readPaused(read: Reader, campaignId: string, mode: DeliveryMode): Promise<Set<string>> {
  const { pauses } = read.tables;
  const rows = await read
    .select({ addressHash: pauses.addressHash })
    .from(pauses)
    .where(
      and(
        inArray(pauses.campaignId, ["", campaignId]),
        inArray(pauses.mode, mode === "live" ? ["live"] : ["live", "rehearsal"]),
        isNull(pauses.endedAt),
      ),
    );
  return new Set(rows.map(({ addressHash }) => addressHash));
}
