import { and, type Column, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { listCurrentAreas } from "../area/queries.server.ts";
import { readBasesOf } from "./county-bases.server.ts";
import { TOLD_STATES } from "./forwarding.ts";
import { ledgerSeats, type SeatRow, uncountedSeats } from "./ledger-seats.server.ts";
import { isLostInRehearsal } from "./settle-fate.server.ts";

/** A seat of a campaign's places and what its holder was last told, as both engines give it. */
export interface ExplainedSeat extends SeatRow {
  is_invented: number;
  /** Missing where they were never told. */
  told_tally: number | null;
  told_step: number | null;
  told_is_closing: number;
  told_at: number | string | null;
}

/**
 * Everybody who speaks for a place of a campaign with five signatures or more, whom it is addressed to, and who
 * speaks for the council concerned, its wards, divisions and constituencies: these with a count of 0 where no other
 * is published. A rehearsal and the real thing are told apart.
 */
export async function listExplainedSeats(
  read: Reader,
  { campaign, day, mode }: { campaign: { id: string; bodyGss: string }; day: string; mode: DeliveryMode },
): Promise<ExplainedSeat[]> {
  const { deliveries, deliveryItems, representatives } = read.tables;
  const isOf = (campaignId: Column): SQL => eq(campaignId, campaign.id);
  const scope = { isOf, day, counties: await readBasesOf(read, campaign.id) };
  const places = await placesConcerned(read, campaign.bodyGss);
  const latest = sql`select ${deliveryItems.slotOn} from ${deliveryItems}
    inner join ${deliveries} on ${deliveries.id} = ${deliveryItems.deliveryId}
    where ${and(
      eq(deliveryItems.campaignId, campaign.id),
      sql`${deliveryItems.representativeId} = ledger.representative_id`,
      sql`${deliveryItems.gssCode} = ledger.counted`,
      eq(deliveries.mode, mode),
      inArray(deliveries.state, [...TOLD_STATES]),
    )} order by ${deliveryItems.slotOn} desc limit 1`;
  const others = places && sql`union all ${uncountedSeats(read, { campaignId: campaign.id, day, places })}`;
  return read.rows<ExplainedSeat>(sql`with held as materialized (${ledgerSeats(read, scope)}),
    ledger as (select * from held where representative_id <> '' ${others ?? sql``})
    select ledger.*, case when ${representatives.isInvented} then 1 else 0 end as is_invented,
      latest.tally as told_tally, latest.step as told_step,
      case when latest.is_closing then 1 else 0 end as told_is_closing,
      coalesce(${deliveries.sendingAt}, ${deliveries.plannedAt}) as told_at
    from ledger
    inner join ${representatives} on ${representatives.id} = ledger.representative_id
    left join ${deliveryItems} as latest on latest.campaign_id = ${campaign.id}
      and latest.representative_id = ledger.representative_id and latest.slot_on = (${latest})
    left join ${deliveries} on ${deliveries.id} = latest.delivery_id`);
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

/** Whether an area is the council concerned, one after it, or a constituency on its ground; undefined for none. */
async function placesConcerned(read: Reader, bodyGss: string): Promise<SQL | undefined> {
  const councils = bodyGss === "" ? [] : await listCurrentAreas(read, bodyGss);
  if (councils.length === 0) return undefined;
  const constituencies: string[] = [];
  for (const council of councils) {
    const found = await listConstituenciesOf(read, council);
    constituencies.push(...found.map(({ constituency }) => constituency.gssCode));
  }
  const { areas } = read.tables;
  const codes = councils.map(({ gssCode }) => gssCode);
  return or(
    and(inArray(areas.parentGss, codes), inArray(areas.level, ["ward", "division"])),
    inArray(areas.gssCode, constituencies),
  );
}
