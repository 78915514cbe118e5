import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { PollKind } from "#db/tables/forwarding.ts";
import { NATIONS } from "./polls.ts";

/** Where a poll is held, or why that cannot be told from what was typed. */
export type PolledPlace = { area: string } | { problem: "unknown" | "ambiguous" };

/**
 * Finds the place of a poll: everywhere for a blank, a nation, or a council or constituency of today by code or name.
 * A kind of poll that is held in one sort of place alone decides between places of the same name.
 */
export async function findPolledArea(
  read: Reader,
  { kind, place }: { kind: PollKind; place: string },
): Promise<PolledPlace> {
  if (place === "") return { area: "" };
  const typed = place.toLowerCase();
  const nation = Object.entries(NATIONS).find(
    ([code, name]) => typed === code.toLowerCase() || typed === name.toLowerCase(),
  );
  if (nation) return { area: nation[0] };
  const { areas } = read.tables;
  const rows = await read
    .select({ gssCode: areas.gssCode })
    .from(areas)
    .where(
      and(
        levelsOf(read, kind),
        eq(areas.endsOn, ""),
        or(
          eq(areas.gssCode, place.toUpperCase()),
          eq(sql`lower(${areas.name})`, typed),
          eq(sql`lower(${areas.shortName})`, typed),
        ),
      ),
    )
    .orderBy(asc(areas.gssCode))
    .limit(2);
  const [found, ...others] = rows;
  if (!found) return { problem: "unknown" };
  return others.length > 0 ? { problem: "ambiguous" } : { area: found.gssCode };
}

function levelsOf(read: Reader, kind: PollKind): SQL | undefined {
  const { areas } = read.tables;
  const isCouncil = eq(areas.level, "council");
  const isConstituency = eq(areas.level, "constituency");
  switch (kind) {
    case "general":
      return isConstituency;
    case "local":
    case "mayoral":
      return isCouncil;
    case "devolved":
    case "by_election":
    case "referendum":
      return or(isCouncil, isConstituency);
  }
}
