import { and, asc, eq, gt, gte, inArray, notInArray, or, type SQL } from "drizzle-orm";
import { DAYS_BETWEEN_DELIVERIES, SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { addDays, londonDay, londonInstant } from "../time/london.ts";
import type { Candidate, LastTold } from "./due.ts";
import { LEFT_STATES, TOLD_LEVELS, TOLD_STATES, toldLevel } from "./forwarding.ts";
import { canBeWrittenTo, isRunning } from "./terms.server.ts";

/** A page of the addresses, ascending, for whose areas anything is published. */
export async function listDueAddresses(
  read: Reader,
  { slotOn, after, limit }: { slotOn: string; after: string; limit: number },
): Promise<string[]> {
  const { terms, publishedTallies, campaigns } = read.tables;
  const rows = await read
    .selectDistinct({ addressHash: terms.addressHash })
    .from(terms)
    .innerJoin(publishedTallies, eq(publishedTallies.code, terms.gssCode))
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .where(and(gt(terms.addressHash, after), isTellable(read, slotOn)))
    .orderBy(asc(terms.addressHash))
    .limit(limit);
  return rows.map(({ addressHash }) => addressHash);
}

/**
 * Every published tally that these addresses could be told of in a slot, with what each was last told. Left out
 * are addresses that have had a message within the week, counting the day on which it really left.
 */
export async function listCandidates(
  read: Reader,
  { addresses, slotOn, mode }: { addresses: readonly string[]; slotOn: string; mode: DeliveryMode },
): Promise<Candidate[]> {
  const { terms, publishedTallies, campaigns, representatives, deliveries } = read.tables;
  const weekAgo = addDays(slotOn, 1 - DAYS_BETWEEN_DELIVERIES);
  const hadMessage = read
    .select({ addressHash: deliveries.addressHash })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.addressHash, [...addresses]),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...LEFT_STATES]),
        or(gte(deliveries.slotOn, weekAgo), gte(deliveries.sendingAt, londonInstant(weekAgo, "00:00"))),
      ),
    );
  const rows = await read
    .select({
      addressHash: terms.addressHash,
      termId: terms.id,
      representativeId: terms.representativeId,
      gssCode: terms.gssCode,
      level: publishedTallies.level,
      campaignId: campaigns.id,
      campaignState: campaigns.state,
      tally: publishedTallies.count,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(publishedTallies, eq(publishedTallies.code, terms.gssCode))
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .where(
      and(
        inArray(terms.addressHash, [...addresses]),
        notInArray(terms.addressHash, hadMessage),
        isTellable(read, slotOn),
        // Nobody invented is written to for real, and nobody real about an invented campaign.
        mode === "live"
          ? and(eq(representatives.isInvented, false), eq(campaigns.isDemonstration, false))
          : undefined,
      ),
    )
    .orderBy(asc(terms.addressHash), asc(terms.id), asc(campaigns.id));
  const lastTold = await findLastTold(
    read,
    rows.map((row) => row.representativeId),
    mode,
  );
  return rows.flatMap((row) => {
    const level = toldLevel(row.level);
    return level ? [{ ...row, level, lastTold: lastTold.get(toldKey(row)) }] : [];
  });
}

function isTellable(read: Reader, slotOn: string): SQL | undefined {
  const { publishedTallies, campaigns } = read.tables;
  return and(
    isRunning(read, slotOn),
    canBeWrittenTo(read),
    inArray(publishedTallies.level, [...TOLD_LEVELS]),
    gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
    inArray(campaigns.state, ["open", "closed"]),
  );
}

async function findLastTold(
  read: Reader,
  representativeIds: readonly string[],
  mode: DeliveryMode,
): Promise<Map<string, LastTold>> {
  if (representativeIds.length === 0) return new Map();
  const { deliveries, deliveryItems } = read.tables;
  const rows = await read
    .select({ item: deliveryItems, sendingAt: deliveries.sendingAt, plannedAt: deliveries.plannedAt })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .where(
      and(
        inArray(deliveryItems.representativeId, [...new Set(representativeIds)]),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...TOLD_STATES]),
      ),
    )
    .orderBy(asc(deliveryItems.slotOn));
  return new Map(
    rows.map(({ item, sendingAt, plannedAt }) => {
      const { tally, step, isClosing } = item;
      return [toldKey(item), { tally, step, isClosing, on: londonDay(sendingAt ?? plannedAt) }];
    }),
  );
}

function toldKey(row: { campaignId: string; representativeId: string; gssCode: string }): string {
  return `${row.campaignId} ${row.representativeId} ${row.gssCode}`;
}
