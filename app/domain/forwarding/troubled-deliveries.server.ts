import { and, asc, count, desc, eq, gt, inArray, isNotNull, like, max, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode, DeliveryState } from "#db/tables/forwarding.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { DAY } from "../time/durations.ts";

/** Shown at once: more in one state is a fault of the way out, not of each message. */
const SHOWN = 100;

/** A message of which something must be said, with all that is known of its way. */
export interface TroubledDelivery {
  id: string;
  /** How a form speaks of it: its id stays with us. */
  key: string;
  representativeId: string;
  publicId: string;
  to: string;
  areaName: string;
  slotOn: string;
  mode: DeliveryMode;
  state: DeliveryState;
  reason: string;
  attemptCount: number;
  sendingAt: number | null;
  settledAt: number | null;
  /** Reports that came about it: the provider's words, oldest first. */
  events: { kind: string; at: number }[];
}

/** Messages that have perhaps left, and perhaps not: the oldest first. */
export function listUncertain(read: Reader, keyring: Keyring): Promise<TroubledDelivery[]> {
  const { deliveries } = read.tables;
  return list(read, keyring, eq(deliveries.state, "uncertain"), [
    asc(deliveries.settledAt),
    asc(deliveries.id),
  ]);
}

/** Messages of the last weeks that surely did not arrive: the newest first. */
export function listFailed(read: Reader, keyring: Keyring, now: number): Promise<TroubledDelivery[]> {
  const { deliveries } = read.tables;
  const isFailed = and(
    inArray(deliveries.state, ["failed", "bounced", "complained"]),
    isNotNull(deliveries.settledAt),
    gt(deliveries.settledAt, now - FAILED_DAYS * DAY),
  );
  return list(read, keyring, isFailed, [desc(deliveries.settledAt), desc(deliveries.id)]);
}

/** How long those that failed are listed. */
const FAILED_DAYS = 28;

/** The newest round, and how many of its messages are in each state. */
export async function countLastSlot(
  read: Reader,
): Promise<{ slotOn: string; counts: { state: DeliveryState; count: number }[] } | undefined> {
  const { deliveries } = read.tables;
  const [last] = await read.select({ slotOn: max(deliveries.slotOn) }).from(deliveries);
  if (!last?.slotOn) return undefined;
  const counts = await read
    .select({ state: deliveries.state, count: count() })
    .from(deliveries)
    .where(eq(deliveries.slotOn, last.slotOn))
    .groupBy(deliveries.state)
    .orderBy(desc(count()), asc(deliveries.state));
  return { slotOn: last.slotOn, counts };
}

/** What has come in by mail in the last seven days, by kind: replies, answering machines, reports. */
export async function countIncoming(read: Reader, now: number): Promise<{ kind: string; count: number }[]> {
  const { mailEvents } = read.tables;
  return read
    .select({ kind: mailEvents.kind, count: count() })
    .from(mailEvents)
    .where(and(gt(mailEvents.receivedAt, now - 7 * DAY), like(mailEvents.kind, "mail.%")))
    .groupBy(mailEvents.kind)
    .orderBy(asc(mailEvents.kind));
}

async function list(
  read: Reader,
  keyring: Keyring,
  isListed: SQL | undefined,
  order: SQL[],
): Promise<TroubledDelivery[]> {
  const { deliveries, terms, representatives, areas, mailEvents } = read.tables;
  const rows = await read
    .select({
      delivery: deliveries,
      representativeId: representatives.id,
      publicId: representatives.publicId,
      to: representatives.fullTitle,
      areaName: areas.name,
    })
    .from(deliveries)
    .innerJoin(terms, eq(terms.id, deliveries.termId))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(isListed)
    .orderBy(...order)
    .limit(SHOWN);
  const ids = rows.map(({ delivery }) => delivery.id);
  const events =
    ids.length === 0
      ? []
      : await read
          .select()
          .from(mailEvents)
          .where(inArray(mailEvents.rowId, ids))
          .orderBy(asc(mailEvents.receivedAt), asc(mailEvents.id));
  return rows.map(({ delivery, ...about }) => {
    const { id, slotOn, mode, state, reason, attemptCount, sendingAt, settledAt } = delivery;
    return {
      ...about,
      ...{ id, slotOn, mode, state, reason, attemptCount, sendingAt, settledAt },
      key: keyring.hash("delivery in a form", id),
      events: events
        .filter((event) => event.rowId === id)
        .map((event) => ({ kind: event.kind, at: event.receivedAt })),
    };
  });
}
