import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryState } from "#db/tables/forwarding.ts";
import type { AddressState } from "#db/tables/representative.ts";
import { type Forwarding, LEFT_STATES, TOLD_STATES } from "./forwarding.ts";

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

/** What one representative has been told of one campaign for one area. */
export interface ToldHistory {
  campaignId: string;
  representativeId: string;
  gssCode: string;
  /** The count that the latest message named. */
  tally: number;
  toldCount: number;
  /** When they were first and last told (UTC milliseconds); missing where they were not. */
  firstToldAt?: number;
  toldAt?: number;
  last?: ToldState;
}

/** What is said of a seat, from its address and the latest message to it. */
export function toldState(seat: {
  isInvented: boolean;
  addressState: AddressState;
  /** They have asked for a rest, from this campaign or all. */
  isPaused?: boolean;
  last?: ToldState;
  forwarding: Forwarding;
}): ToldState {
  const { isInvented, addressState, isPaused = false, last, forwarding } = seat;
  if (!isInvented && forwarding !== "live") return last ?? "would_be_told";
  if (addressState === "opted_out" || isPaused) return "paused";
  if (addressState === "bounced") return "unreachable";
  return last ?? (forwarding === "off" ? "would_be_told" : "to_be_told");
}

/** The key of a history: campaign, representative and area. */
export function toldKey(one: { campaignId: string; representativeId: string; gssCode: string }): string {
  return `${one.campaignId} ${one.representativeId} ${one.gssCode}`;
}

/**
 * What these representatives have been told, of some campaigns or of all, by `toldKey`. A rehearsal has told nobody
 * real anything, so it is there for invented people alone.
 */
export async function readToldHistory(
  read: Reader,
  {
    representativeIds,
    campaignIds,
  }: { representativeIds: readonly string[]; campaignIds?: readonly string[] },
): Promise<Map<string, ToldHistory>> {
  const { deliveries, deliveryItems, representatives } = read.tables;
  const history = new Map<string, ToldHistory>();
  if (representativeIds.length === 0) return history;
  const rows = await read
    .select({
      campaignId: deliveryItems.campaignId,
      representativeId: deliveryItems.representativeId,
      gssCode: deliveryItems.gssCode,
      tally: deliveryItems.tally,
      state: deliveries.state,
      mode: deliveries.mode,
      sendingAt: deliveries.sendingAt,
    })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .innerJoin(representatives, eq(representatives.id, deliveryItems.representativeId))
    .where(
      and(
        campaignIds && inArray(deliveryItems.campaignId, [...campaignIds]),
        inArray(deliveryItems.representativeId, [...new Set(representativeIds)]),
        inArray(deliveries.state, [...LEFT_STATES]),
        or(eq(deliveries.mode, "live"), eq(representatives.isInvented, true)),
      ),
    )
    .orderBy(asc(deliveryItems.slotOn));
  for (const { state, mode, sendingAt, ...item } of rows) {
    const key = toldKey(item);
    const before = history.get(key);
    const last = LEFT_STATES.find((one) => one === state);
    const wasTold = TOLD_STATES.some((one) => one === state);
    const at = wasTold ? (sendingAt ?? undefined) : undefined;
    history.set(key, {
      ...item,
      last: mode === "rehearsal" && last === "sent" ? "rehearsed" : last,
      toldCount: (before?.toldCount ?? 0) + (wasTold ? 1 : 0),
      firstToldAt: before?.firstToldAt ?? at,
      toldAt: at ?? before?.toldAt,
    });
  }
  return history;
}
