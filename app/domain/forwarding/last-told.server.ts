import { and, eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { londonDay } from "../time/london.ts";
import { TELLING_STATES, TOLD_STATES } from "./forwarding.ts";
import type { LastTold } from "./judge.ts";

/** What representatives were last told, by `lastToldKey`. */
export type LastToldBook = ReadonlyMap<string, LastTold>;

/**
 * What representatives were last told of campaigns that may still be told of: those in some seats, or of one
 * campaign; a rehearsal and the real thing apart.
 */
export async function findLastTold(
  read: Reader,
  { seats, campaignId, mode }: { seats?: SQLWrapper; campaignId?: string; mode: DeliveryMode },
): Promise<LastToldBook> {
  const { campaigns, deliveries, deliveryItems, terms } = read.tables;
  const holders =
    seats && read.select({ id: terms.representativeId }).from(terms).where(inArray(terms.id, seats));
  const { representativeId, gssCode, slotOn, tally, step, isClosing } = deliveryItems;
  const told = read
    .select({
      ...{ campaignId: deliveryItems.campaignId, representativeId, gssCode, tally, step, isClosing },
      ...{ sendingAt: deliveries.sendingAt, plannedAt: deliveries.plannedAt },
      age: sql<number>`row_number() over (partition by ${deliveryItems.campaignId}, ${representativeId}, ${gssCode} order by ${slotOn} desc)`.as(
        "age",
      ),
    })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .innerJoin(campaigns, eq(campaigns.id, deliveryItems.campaignId))
    .where(
      and(
        campaignId === undefined ? undefined : eq(deliveryItems.campaignId, campaignId),
        holders && inArray(representativeId, holders),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...TOLD_STATES]),
        inArray(campaigns.state, [...TELLING_STATES]),
      ),
    )
    .as("told");
  const rows = await read.select().from(told).where(eq(told.age, 1));
  const dayOf = daysOnce();
  return new Map(
    rows.map((row) => {
      const at = row.sendingAt ?? row.plannedAt;
      return [
        lastToldKey(row),
        { tally: row.tally, step: row.step, isClosing: row.isClosing, at, on: dayOf(at) },
      ];
    }),
  );
}

/** Thousands are told at few instants, and a day of the calendar is slow to work out. */
function daysOnce(): (instant: number) => string {
  const days = new Map<number, string>();
  return (instant) => {
    const day = days.get(instant) ?? londonDay(instant);
    days.set(instant, day);
    return day;
  };
}

/** The key of what somebody was told: campaign, representative and the area counted. */
export function lastToldKey(one: { campaignId: string; representativeId: string; gssCode: string }): string {
  return `${one.campaignId} ${one.representativeId} ${one.gssCode}`;
}
