import { and, asc, desc, eq, gte, inArray, ne, notInArray, or, sql } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { DeliveryState } from "#db/tables/forwarding.ts";
import type { AddressState, RepresentativeKind } from "#db/tables/representative.ts";
import { findAreas } from "../area/queries.server.ts";
import { londonDay } from "../time/london.ts";
import { type Forwarding, LEFT_STATES, TOLD_LEVELS, TOLD_STATES } from "./forwarding.ts";
import { isRunning } from "./terms.server.ts";

/** More than all MPs and the councillors of every ward of a large county. */
const LISTED = 2000;

/**
 * Where a representative stands in the ledger of a campaign. `would_be_told`: this site writes to nobody real;
 * `rehearsed`: somebody invented was written to at an address that leads nowhere.
 */
export type ToldState =
  | "would_be_told"
  | "to_be_told"
  | "rehearsed"
  | "paused"
  | "unreachable"
  | Exclude<DeliveryState, "planned" | "failed" | "skipped" | "superseded">;

/** A representative who stands for five or more who have signed, and what they have been told. */
export interface Told {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  gssCode: string;
  areaName: string;
  /** Their own constituents: a published count. */
  count: number;
  toldCount: number;
  /** When they were last told (UTC milliseconds); missing where they were not. */
  toldAt?: number;
  state: ToldState;
}

/**
 * The representatives of a campaign's places, those with most constituents first, and how many they are in all.
 * A rehearsal has told nobody real anything, so it is shown for invented people alone.
 */
export async function listTold(
  read: Reader,
  {
    campaignId,
    forwarding,
    limit = LISTED,
    offset = 0,
  }: { campaignId: string; forwarding: Forwarding; limit?: number; offset?: number },
  now: number,
): Promise<{ rows: Told[]; count: number }> {
  const { terms, representatives, publishedTallies, areas } = read.tables;
  const isListed = and(
    eq(publishedTallies.campaignId, campaignId),
    inArray(publishedTallies.level, [...TOLD_LEVELS]),
    gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
    isRunning(read, londonDay(now)),
    ne(terms.address, ""),
  );
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(publishedTallies)
    .innerJoin(terms, eq(terms.gssCode, publishedTallies.code))
    .where(isListed);
  const seats = await read
    .select({
      representativeId: representatives.id,
      publicId: representatives.publicId,
      kind: representatives.kind,
      name: representatives.name,
      isInvented: representatives.isInvented,
      gssCode: areas.gssCode,
      areaName: areas.name,
      count: publishedTallies.count,
      addressState: terms.addressState,
    })
    .from(publishedTallies)
    .innerJoin(terms, eq(terms.gssCode, publishedTallies.code))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(isListed)
    .orderBy(desc(publishedTallies.count), asc(areas.gssCode), asc(representatives.publicId), asc(terms.id))
    .limit(limit)
    .offset(offset);
  const history = await readHistory(
    read,
    campaignId,
    seats.map((seat) => seat.representativeId),
  );
  return {
    count: counted?.count ?? 0,
    rows: seats.map(({ representativeId, addressState, ...seat }) => {
      const { toldCount = 0, toldAt, last } = history.get(`${representativeId} ${seat.gssCode}`) ?? {};
      return { ...seat, toldCount, toldAt, state: stateOf({ ...seat, addressState, last, forwarding }) };
    }),
  };
}

type History = { toldCount: number; toldAt?: number; last?: ToldState };

function stateOf(seat: {
  isInvented: boolean;
  addressState: AddressState;
  last?: ToldState;
  forwarding: Forwarding;
}): ToldState {
  const { isInvented, addressState, last, forwarding } = seat;
  if (!isInvented && forwarding !== "live") return last ?? "would_be_told";
  if (addressState === "opted_out") return "paused";
  if (addressState === "bounced") return "unreachable";
  return last ?? (forwarding === "off" ? "would_be_told" : "to_be_told");
}

async function readHistory(
  read: Reader,
  campaignId: string,
  representativeIds: readonly string[],
): Promise<Map<string, History>> {
  const { deliveries, deliveryItems, representatives } = read.tables;
  const history = new Map<string, History>();
  if (representativeIds.length === 0) return history;
  const rows = await read
    .select({
      representativeId: deliveryItems.representativeId,
      gssCode: deliveryItems.gssCode,
      state: deliveries.state,
      mode: deliveries.mode,
      sendingAt: deliveries.sendingAt,
    })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .innerJoin(representatives, eq(representatives.id, deliveryItems.representativeId))
    .where(
      and(
        eq(deliveryItems.campaignId, campaignId),
        inArray(deliveryItems.representativeId, [...new Set(representativeIds)]),
        inArray(deliveries.state, [...LEFT_STATES]),
        or(eq(deliveries.mode, "live"), eq(representatives.isInvented, true)),
      ),
    )
    .orderBy(asc(deliveryItems.slotOn));
  for (const { representativeId, gssCode, state, mode, sendingAt } of rows) {
    const key = `${representativeId} ${gssCode}`;
    const before = history.get(key) ?? { toldCount: 0 };
    const last = LEFT_STATES.find((one) => one === state);
    const wasTold = TOLD_STATES.some((one) => one === state);
    history.set(key, {
      last: mode === "rehearsal" && last === "sent" ? "rehearsed" : last,
      toldCount: before.toldCount + (wasTold ? 1 : 0),
      toldAt: wasTold ? (sendingAt ?? undefined) : before.toldAt,
    });
  }
  return history;
}

/** Places with five or more signatures for which nobody can be told: no address is known. */
export interface UntoldPlaces {
  level: (typeof UNTOLD_LEVELS)[number];
  /** The constituency; the council of wards; the county of divisions. */
  name: string;
  areaCount: number;
}

/** For whose places no address is known, by level and name; one row a council for wards and divisions. */
export async function listUntold(read: Reader, campaignId: string, now: number): Promise<UntoldPlaces[]> {
  const { terms, publishedTallies, areas } = read.tables;
  const known = read
    .select({ gssCode: terms.gssCode })
    .from(terms)
    .where(and(isRunning(read, londonDay(now)), ne(terms.address, "")));
  const seat = sql<string>`case when ${areas.level} = 'constituency' then ${areas.name} else '' end`;
  const rows = await read
    .select({
      level: publishedTallies.level,
      parentGss: areas.parentGss,
      seat,
      areaCount: sql`count(*)`.mapWith(Number),
    })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(
      and(
        eq(publishedTallies.campaignId, campaignId),
        inArray(publishedTallies.level, [...UNTOLD_LEVELS]),
        gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
        notInArray(publishedTallies.code, known),
      ),
    )
    .groupBy(publishedTallies.level, areas.parentGss, seat)
    .limit(LISTED);
  const parents = await findAreas(
    read,
    rows.map((row) => row.parentGss),
  );
  return rows
    .flatMap((row) => {
      const level = UNTOLD_LEVELS.find((one) => one === row.level);
      const name = row.seat || parents.get(row.parentGss)?.shortName;
      return level && name ? [{ level, name, areaCount: row.areaCount }] : [];
    })
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

const UNTOLD_LEVELS = ["constituency", "division", "ward"] as const;

function rank({ level }: UntoldPlaces): number {
  return UNTOLD_LEVELS.indexOf(level);
}
