import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { londonDay } from "../time/london.ts";
import { TOLD_STATES } from "./forwarding.ts";
import type { LastTold } from "./judge.ts";

/** What representatives were last told, by `lastToldKey`. */
export type LastToldBook = ReadonlyMap<string, LastTold>;

/** What these representatives were last told, of one campaign or of all; a rehearsal and the real thing apart. */
export async function findLastTold(
  read: Reader,
  {
    representativeIds,
    campaignId,
    mode,
  }: { representativeIds?: readonly string[]; campaignId?: string; mode: DeliveryMode },
): Promise<LastToldBook> {
  const { deliveries, deliveryItems } = read.tables;
  if (representativeIds?.length === 0) return new Map();
  const wanted: (SQL | undefined)[] = [
    campaignId === undefined ? undefined : eq(deliveryItems.campaignId, campaignId),
    representativeIds && inArray(deliveryItems.representativeId, [...new Set(representativeIds)]),
  ];
  const rows = await read
    .select({ item: deliveryItems, sendingAt: deliveries.sendingAt, plannedAt: deliveries.plannedAt })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .where(and(...wanted, eq(deliveries.mode, mode), inArray(deliveries.state, [...TOLD_STATES])))
    .orderBy(asc(deliveryItems.slotOn));
  return new Map(
    rows.map(({ item, sendingAt, plannedAt }) => {
      const { tally, step, isClosing } = item;
      const at = sendingAt ?? plannedAt;
      return [lastToldKey(item), { tally, step, isClosing, at, on: londonDay(at) }];
    }),
  );
}

/** The key of what somebody was told: campaign, representative and the area counted. */
export function lastToldKey(one: { campaignId: string; representativeId: string; gssCode: string }): string {
  return `${one.campaignId} ${one.representativeId} ${one.gssCode}`;
}
