import { and, type Column, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { listCurrentAreas } from "../area/queries.server.ts";
import { readBasesOf } from "./county-bases.server.ts";
import { ledgerSeats, type SeatRow, uncountedSeats } from "./ledger-seats.server.ts";
import { isLostInRehearsal } from "./settle-fate.server.ts";

/** A seat of a campaign's places, as both engines give it. */
export interface ExplainedSeat extends SeatRow {
  is_invented: number;
}

/** Every seat of the country, some twenty thousand, once. */
const keep = keepByPublication<ExplainedSeat[]>(12_000_000);

/**
 * Everybody who speaks for a place of a campaign with five signatures or more, whom it is addressed to, and who
 * speaks for the council concerned, its wards, divisions and constituencies: these with a count of 0 where no other
 * is published. The largest count comes first. Shared by all who ask: nobody may change it.
 */
export async function listExplainedSeats(
  read: Reader,
  { campaign, day }: { campaign: { id: string; bodyGss: string }; day: string },
): Promise<readonly ExplainedSeat[]> {
  const concerned = await findConcerned(read, campaign.bodyGss);
  const besides = JSON.stringify([campaign.bodyGss, day, concerned]);
  const seats = await keep(read, { campaignId: campaign.id, besides }, async () =>
    (await listHolders(read, { campaign, day, concerned })).sort(bySize),
  );
  return seats ?? [];
}

/** The seats, as far as publications and terms decide who is among them. */
async function listHolders(
  read: Reader,
  {
    campaign,
    day,
    concerned,
  }: { campaign: { id: string; bodyGss: string }; day: string; concerned: Concerned },
): Promise<ExplainedSeat[]> {
  const { representatives, terms } = read.tables;
  const isOf = (campaignId: Column): SQL => eq(campaignId, campaign.id);
  const counties = await readBasesOf(read, campaign.id);
  const seats = ledgerSeats(read, { isOf, isHeldBy: isNotNull(terms.id), day, counties });
  const places = isConcerned(read, concerned);
  const others = places && sql`union all ${uncountedSeats(read, { campaignId: campaign.id, day, places })}`;
  return read.rows<ExplainedSeat>(sql`with held as materialized (${seats}),
    ledger as (select * from held ${others ?? sql``})
    select ledger.*, case when ${representatives.isInvented} then 1 else 0 end as is_invented
    from ledger inner join ${representatives} on ${representatives.id} = ledger.representative_id`);
}

function bySize(a: ExplainedSeat, b: ExplainedSeat): number {
  return b.count - a.count || order(a.seat, b.seat) || order(a.term_id, b.term_id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
