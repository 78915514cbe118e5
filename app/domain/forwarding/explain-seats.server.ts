import {
  aliasedTable,
  and,
  type Column,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { listCurrentAreas } from "../area/queries.server.ts";
import { readBasesOf } from "./county-bases.server.ts";
import { TOLD_STATES } from "./forwarding.ts";
import { ledgerSeats, type SeatRow, uncountedSeats } from "./ledger-seats.server.ts";
import { isLostInRehearsal } from "./settle-fate.server.ts";

/** A seat of a campaign's places, as both engines give it. */
interface Holder extends SeatRow {
  is_invented: number;
}

/** The same, and what its holder was last told. */
export interface ExplainedSeat extends Holder {
  /** Missing where they were never told. */
  told_tally: number | null;
  told_step: number | null;
  told_is_closing: number;
  told_at: number | string | null;
}

const keep = keepByPublication<Holder[]>();

/**
 * Everybody who speaks for a place of a campaign with five signatures or more, whom it is addressed to, and who
 * speaks for the council concerned, its wards, divisions and constituencies: these with a count of 0 where no other
 * is published. A rehearsal and the real thing are told apart.
 */
export async function listExplainedSeats(
  read: Reader,
  { campaign, day, mode }: { campaign: { id: string; bodyGss: string }; day: string; mode: DeliveryMode },
): Promise<ExplainedSeat[]> {
  const concerned = await findConcerned(read, campaign.bodyGss);
  const besides = JSON.stringify([campaign.bodyGss, day, concerned]);
  const holders = await keep(read, { campaignId: campaign.id, besides }, () =>
    listHolders(read, { campaign, day, concerned }),
  );
  const told = await readLatest(read, { campaignId: campaign.id, mode });
  return (holders ?? []).map((seat) => ({ ...seat, ...(told.get(keyOf(seat)) ?? NEVER_TOLD) }));
}

const NEVER_TOLD = { told_tally: null, told_step: null, told_is_closing: 0, told_at: null };

/** The seats, as far as publications and terms decide who is among them. */
async function listHolders(
  read: Reader,
  {
    campaign,
    day,
    concerned,
  }: { campaign: { id: string; bodyGss: string }; day: string; concerned: Concerned },
): Promise<Holder[]> {
  const { representatives, terms } = read.tables;
  const isOf = (campaignId: Column): SQL => eq(campaignId, campaign.id);
  const counties = await readBasesOf(read, campaign.id);
  const seats = ledgerSeats(read, { isOf, isHeldBy: isNotNull(terms.id), day, counties });
  const places = isConcerned(read, concerned);
  const others = places && sql`union all ${uncountedSeats(read, { campaignId: campaign.id, day, places })}`;
  return read.rows<Holder>(sql`with held as materialized (${seats}),
    ledger as (select * from held ${others ?? sql``})
    select ledger.*, case when ${representatives.isInvented} then 1 else 0 end as is_invented
    from ledger inner join ${representatives} on ${representatives.id} = ledger.representative_id`);
}

type Told = Pick<ExplainedSeat, "told_tally" | "told_step" | "told_is_closing" | "told_at">;

/** What everybody was told last of a campaign, by who they are and the area counted. */
async function readLatest(
  read: Reader,
  { campaignId, mode }: { campaignId: string; mode: DeliveryMode },
): Promise<ReadonlyMap<string, Told>> {
  const { deliveries, deliveryItems } = read.tables;
  const later = aliasedTable(deliveryItems, "later");
  const laterMessages = aliasedTable(deliveries, "later_messages");
  const toldLater = read
    .select({ slotOn: later.slotOn })
    .from(later)
    .innerJoin(laterMessages, eq(laterMessages.id, later.deliveryId))
    .where(
      and(
        eq(later.campaignId, deliveryItems.campaignId),
        eq(later.representativeId, deliveryItems.representativeId),
        gt(later.slotOn, deliveryItems.slotOn),
        eq(later.gssCode, deliveryItems.gssCode),
        eq(laterMessages.mode, mode),
        inArray(laterMessages.state, [...TOLD_STATES]),
      ),
    );
  const rows = await read
    .select({
      representativeId: deliveryItems.representativeId,
      counted: deliveryItems.gssCode,
      tally: deliveryItems.tally,
      step: deliveryItems.step,
      isClosing: deliveryItems.isClosing,
      sendingAt: deliveries.sendingAt,
      plannedAt: deliveries.plannedAt,
    })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .where(
      and(
        eq(deliveryItems.campaignId, campaignId),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...TOLD_STATES]),
        notExists(toldLater),
      ),
    );
  return new Map(
    rows.map(({ representativeId, counted, tally, step, isClosing, sendingAt, plannedAt }) => [
      keyOf({ representative_id: representativeId, counted }),
      {
        ...{ told_tally: tally, told_step: step, told_is_closing: isClosing ? 1 : 0 },
        told_at: sendingAt ?? plannedAt,
      },
    ]),
  );
}

function keyOf({ representative_id, counted }: Pick<SeatRow, "representative_id" | "counted">): string {
  return `${representative_id} ${counted}`;
}

/** Addresses that may not be written to about a campaign, and why. */
export interface BarredAddresses {
  barred: ReadonlyMap<string, "bounced" | "opted_out">;
  paused: ReadonlySet<string>;
}

/** Reads them: the few of all addresses that do not work, or whose readers have asked us to stop. */
export async function readBarredAddresses(
  read: Reader,
  { campaignId, mode }: { campaignId: string; mode: DeliveryMode },
): Promise<BarredAddresses> {
  const { pauses, terms } = read.tables;
  const { addressHash, addressState } = terms;
  const states = await read
    .selectDistinct({ addressHash, addressState })
    .from(terms)
    .where(inArray(addressState, ["bounced", "opted_out"]));
  const lost =
    mode === "rehearsal"
      ? await read.selectDistinct({ addressHash }).from(terms).where(isLostInRehearsal(read))
      : [];
  const resting = await read
    .select({ addressHash: pauses.addressHash })
    .from(pauses)
    .where(
      and(
        inArray(pauses.campaignId, ["", campaignId]),
        inArray(pauses.mode, mode === "live" ? ["live"] : ["live", "rehearsal"]),
        isNull(pauses.endedAt),
      ),
    );
  const barred = new Map<string, "bounced" | "opted_out">(lost.map((one) => [one.addressHash, "bounced"]));
  for (const one of states) if (one.addressState === "bounced") barred.set(one.addressHash, "bounced");
  for (const one of states) if (one.addressState === "opted_out") barred.set(one.addressHash, "opted_out");
  barred.delete("");
  return { barred, paused: new Set(resting.map((one) => one.addressHash)) };
}

/** The council concerned, those after it, and the constituencies on its ground. */
interface Concerned {
  councils: string[];
  constituencies: string[];
}

async function findConcerned(read: Reader, bodyGss: string): Promise<Concerned> {
  const councils = bodyGss === "" ? [] : await listCurrentAreas(read, bodyGss);
  const constituencies: string[] = [];
  for (const council of councils) {
    const found = await listConstituenciesOf(read, council);
    constituencies.push(...found.map(({ constituency }) => constituency.gssCode));
  }
  return { councils: councils.map(({ gssCode }) => gssCode), constituencies };
}

/** Whether an area is one of a council concerned, or a constituency on its ground; undefined where there is none. */
function isConcerned(read: Reader, { councils, constituencies }: Concerned): SQL | undefined {
  if (councils.length === 0) return undefined;
  const { areas } = read.tables;
  return or(
    and(inArray(areas.parentGss, councils), inArray(areas.level, ["ward", "division"])),
    inArray(areas.gssCode, constituencies),
  );
}
