import { and, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { basisFor } from "./basis.ts";
import { type Counted, type Narrowing, seatColumns } from "./counted.ts";
import { type Counties, readCounties } from "./counties.server.ts";
import { TELLING_STATES, TOLD_LEVELS, toldLevel } from "./forwarding.ts";
import type { Planning } from "./planning.server.ts";
import { listAddressed } from "./recipients.server.ts";
import { isRunning } from "./terms.server.ts";

/**
 * Everything published that somebody in office on the day of a round could be told of, in no order. Who is told as
 * one the campaign is addressed to is not told of it as anything else.
 */
export async function listCounted(
  read: Reader,
  { slotOn }: Pick<Planning, "slotOn">,
  narrowing: Narrowing,
): Promise<Counted[]> {
  const addressed = await listAddressed(read, { slotOn }, narrowing);
  const own = new Set(addressed.map(personKey));
  const inOwnAreas = await listOwnAreas(read, slotOn, narrowing);
  const inCounties = await listCountySeats(read, slotOn, narrowing);
  const ofDivisions = [...inOwnAreas.filter(({ seat }) => seat.level === "division"), ...inCounties];
  const counties = await readCounties(
    read,
    ofDivisions.map(({ campaignId }) => campaignId),
  );
  const seats = [
    ...inOwnAreas.flatMap((row) => ownCount(row, counties)),
    ...inCounties.flatMap((row) => countyCount(row, counties)),
  ];
  return [...addressed, ...seats.filter((row) => !own.has(personKey(row)))];
}

/** A seat with the published count of one area. */
type SeatRow = Omit<Counted, "gssCode" | "level" | "basis">;

/** Members of parliament, ward councillors, and county councillors whose division is published. */
async function listOwnAreas(read: Reader, slotOn: string, narrowing: Narrowing): Promise<SeatRow[]> {
  const { terms, areas, representatives, publishedTallies, campaigns } = read.tables;
  return read
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
    );
}

/** County councillors with the count of their whole county. */
async function listCountySeats(read: Reader, slotOn: string, narrowing: Narrowing): Promise<SeatRow[]> {
  const { terms, areas, representatives, publishedTallies, campaigns } = read.tables;
  return read
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
    );
}

function ownCount(row: SeatRow, counties: Counties): Counted[] {
  const { seat, campaignId } = row;
  const level = toldLevel(seat.level);
  if (level === undefined) return [];
  const basis = basisFor(level, counties(campaignId, seat.parentGss));
  return basis === "across" ? [] : [{ ...row, gssCode: seat.gssCode, level, basis }];
}

/** Where the division cannot be told from the others, and only there. */
function countyCount(row: SeatRow, counties: Counties): Counted[] {
  const { parentGss } = row.seat;
  const basis = basisFor("division", counties(row.campaignId, parentGss));
  return basis === "across" ? [{ ...row, gssCode: parentGss, level: "council", basis }] : [];
}

function personKey({ campaignId, representativeId }: Counted): string {
  return `${campaignId} ${representativeId}`;
}
