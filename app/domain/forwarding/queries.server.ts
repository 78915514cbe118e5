import { and, asc, desc, eq, gte, inArray, ne, notInArray, sql } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { findAreas } from "../area/queries.server.ts";
import { londonDay } from "../time/london.ts";
import { type Forwarding, TOLD_LEVELS } from "./forwarding.ts";
import { isPaused, isRunning } from "./terms.server.ts";
import { readToldHistory, type ToldState, toldKey, toldState } from "./told-history.server.ts";

/** More than all MPs and the councillors of every ward of a large county. */
const LISTED = 2000;

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
  /** When they were first and last told (UTC milliseconds); missing where they were not. */
  firstToldAt?: number;
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
      isPaused: isPaused(read, campaignId, forwarding === "live" ? "live" : "rehearsal"),
    })
    .from(publishedTallies)
    .innerJoin(terms, eq(terms.gssCode, publishedTallies.code))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(isListed)
    .orderBy(desc(publishedTallies.count), asc(areas.gssCode), asc(representatives.publicId), asc(terms.id))
    .limit(limit)
    .offset(offset);
  const representativeIds = seats.map((seat) => seat.representativeId);
  const history = await readToldHistory(read, { representativeIds, campaignId });
  return {
    count: counted?.count ?? 0,
    rows: seats.map(({ representativeId, addressState, isPaused: hasRest, ...seat }) => {
      const key = toldKey({ campaignId, representativeId, gssCode: seat.gssCode });
      const { toldCount = 0, firstToldAt, toldAt, last } = history.get(key) ?? {};
      return {
        ...seat,
        toldCount,
        firstToldAt,
        toldAt,
        state: toldState({ ...seat, addressState, isPaused: hasRest, last, forwarding }),
      };
    }),
  };
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
