import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type Forwarding, LEFT_STATES, TOLD_STATES } from "./forwarding.ts";

/**
 * What became of telling a seat's holder, as far as a ledger is filtered and counted by it: the statement's word for
 * what `toldState` says of a row.
 */
export type LedgerStanding = "no_address" | "paused" | "bounced" | "arrived" | "sent" | "waiting";

/**
 * A statement with the rows of `ledgerSeats` and, for each, its `LedgerStanding` and whether (1 or 0) they were ever
 * told. Of real people a rehearsal says nothing, neither that they were told nor that they cannot be reached.
 */
export function withStanding(
  read: Reader,
  seats: SQL,
  { campaignId, forwarding }: { campaignId: string; forwarding: Forwarding },
): SQL {
  const { deliveries, deliveryItems, pauses, representatives } = read.tables;
  const modes = forwarding === "live" ? ["live" as const] : ["live" as const, "rehearsal" as const];
  const resting = read
    .select({ addressHash: pauses.addressHash })
    .from(pauses)
    .where(
      and(inArray(pauses.campaignId, ["", campaignId]), inArray(pauses.mode, modes), isNull(pauses.endedAt)),
    );
  const speaks = forwarding === "live" ? sql`1 = 1` : sql`is_invented = 1`;
  // Worked out once a row: without `materialized` SQLite looks the message up wherever a column is read.
  return sql`with judged as materialized (
      select ledger.*, case when ${representatives.isInvented} then 1 else 0 end as is_invented,
        (select ${deliveries.state} ${messages(read, campaignId, "ledger", LEFT_STATES)}
          and ${or(eq(deliveries.mode, "live"), eq(representatives.isInvented, true))}
          order by ${deliveryItems.slotOn} desc limit 1) as last
      from (${seats}) ledger
      left join ${representatives} on ${representatives.id} = ledger.representative_id
    )
    select judged.*,
      case when last is null then 0 when last <> 'bounced' then 1
        when exists (select 1 ${messages(read, campaignId, "judged", TOLD_STATES)}
          and (${eq(deliveries.mode, "live")} or is_invented = 1)) then 1
        else 0 end as was_told,
      case
        when has_address = 0 and last is null then 'no_address'
        when ${speaks} and (address_state = 'opted_out' or address_hash in ${resting}) then 'paused'
        when ${speaks} and address_state = 'bounced' then 'bounced'
        when last is null then 'waiting'
        when last = 'bounced' then 'bounced'
        when last = 'delivered' then 'arrived'
        else 'sent'
      end as standing
    from judged`;
}

/** The messages to whoever holds a seat of a statement that goes by `name`. */
function messages(
  read: Reader,
  campaignId: string,
  name: "ledger" | "judged",
  states: readonly (typeof LEFT_STATES)[number][],
): SQL {
  const { deliveries, deliveryItems } = read.tables;
  const of = sql.raw(name);
  return sql`from ${deliveryItems} inner join ${deliveries} on ${deliveries.id} = ${deliveryItems.deliveryId}
    where ${and(
      eq(deliveryItems.campaignId, campaignId),
      sql`${deliveryItems.representativeId} = ${of}.representative_id`,
      sql`${deliveryItems.gssCode} = ${of}.counted`,
      inArray(deliveries.state, [...states]),
    )}`;
}
