import { and, eq, gte, inArray, ne, notExists, sql } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { findAreas } from "../area/queries.server.ts";
import { isRunning } from "./terms.server.ts";

/** More than all constituencies and the councils of all wards and divisions. */
const LISTED = 2000;

/** Places with five or more signatures for which nobody can be told: no address is known. */
export interface UntoldPlaces {
  level: (typeof UNTOLD_LEVELS)[number];
  /** The constituency; the council of wards; the county of divisions. */
  name: string;
  areaCount: number;
}

const keep = keepByPublication<UntoldPlaces[]>(2_000_000);

/** For whose places no address is known, by level and name; one row a council for wards and divisions. */
export async function listUntold(read: Reader, campaignId: string, day: string): Promise<UntoldPlaces[]> {
  const found = await keep(read, { campaignId, besides: day }, () => readUntold(read, campaignId, day));
  return found ?? [];
}

async function readUntold(read: Reader, campaignId: string, day: string): Promise<UntoldPlaces[]> {
  const { terms, publishedTallies, areas } = read.tables;
  const known = read
    .select({ id: terms.id })
    .from(terms)
    .where(and(eq(terms.gssCode, publishedTallies.code), isRunning(read, day), ne(terms.address, "")));
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
        notExists(known),
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
