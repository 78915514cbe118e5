import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { basisFor } from "./basis.ts";
import { type Counted, type Narrowing, seatColumns } from "./counted.ts";
import { TELLING_STATES, TOLD_LEVELS, toldLevel } from "./forwarding.ts";
import type { Planning } from "./planning.server.ts";
import { listAddressed } from "./recipients.server.ts";
import { isRunning } from "./terms.server.ts";

/**
 * Everything published that somebody in office on the day of a round could be told of, by address, seat and
 * campaign. Who is told as one the campaign is addressed to is not told of it as anything else.
 */
export async function listCounted(
  read: Reader,
  planning: Pick<Planning, "slotOn" | "counties">,
  narrowing: Narrowing,
): Promise<Counted[]> {
  const addressed = await listAddressed(read, planning, narrowing);
  const own = new Set(addressed.map(personKey));
  const seats = [
    ...(await listOwnAreas(read, planning, narrowing)),
    ...(await listCounties(read, planning, narrowing)),
  ];
  return [...addressed, ...seats.filter((row) => !own.has(personKey(row)))].sort(
    (a, b) =>
      order(a.addressHash, b.addressHash) || order(a.termId, b.termId) || order(a.campaignId, b.campaignId),
  );
}

/** Members of parliament, ward councillors, and county councillors whose division is known. */
async function listOwnAreas(
  read: Reader,
  { slotOn, counties }: Pick<Planning, "slotOn" | "counties">,
  narrowing: Narrowing,
): Promise<Counted[]> {
  const { terms, areas, representatives, publishedTallies, campaigns } = read.tables;
  const rows = await read
    .select({ ...seatColumns(read), tally: publishedTallies.count })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(publishedTallies, eq(publishedTallies.code, terms.gssCode))
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .where(
      and(
        isRunning(read, slotOn),
        ne(representatives.kind, "office"),
        inArray(publishedTallies.level, [...TOLD_LEVELS]),
        inArray(campaigns.state, [...TELLING_STATES]),
        narrowing(campaigns.id),
      ),
    )
    .orderBy(asc(terms.id), asc(campaigns.id));
  return rows.flatMap((row) => {
    const level = toldLevel(row.seat.level);
    if (level === undefined) return [];
    const basis = basisFor(level, counties(row.campaignId, row.seat.parentGss));
    return basis === "across" ? [] : [{ ...row, gssCode: row.seat.gssCode, level, basis }];
  });
}

/** County councillors whose division cannot be told from the others. */
async function listCounties(
  read: Reader,
  { slotOn, counties }: Pick<Planning, "slotOn" | "counties">,
  narrowing: Narrowing,
): Promise<Counted[]> {
  const { terms, areas, representatives, publishedTallies, campaigns } = read.tables;
  const rows = await read
    .select({ ...seatColumns(read), tally: publishedTallies.count })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, and(eq(areas.gssCode, terms.gssCode), eq(areas.level, "division")))
    .innerJoin(
      publishedTallies,
      and(eq(publishedTallies.code, areas.parentGss), eq(publishedTallies.level, "upper")),
    )
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .where(
      and(
        isRunning(read, slotOn),
        ne(representatives.kind, "office"),
        inArray(campaigns.state, [...TELLING_STATES]),
        narrowing(campaigns.id),
      ),
    )
    .orderBy(asc(terms.id), asc(campaigns.id));
  return rows.flatMap((row) => {
    const { parentGss } = row.seat;
    const basis = basisFor("division", counties(row.campaignId, parentGss));
    return basis === "across" ? [{ ...row, gssCode: parentGss, level: "council" as const, basis }] : [];
  });
}

function personKey({ campaignId, representativeId }: Counted): string {
  return `${campaignId} ${representativeId}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
