import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { LEFT_STATES } from "./forwarding.ts";

/**
 * A statement with a row for every seat of a campaign's messages that nobody in `held` stands for: a term that has
 * ended, a number that is no longer published. It keeps the count that it was told last.
 */
export function formerSeats(read: Reader, campaignId: string): SQL {
  const { areas, deliveries, deliveryItems, representatives } = read.tables;
  const latest = sql`select ${deliveryItems.tally} from ${deliveryItems}
    inner join ${deliveries} on ${deliveries.id} = ${deliveryItems.deliveryId}
    where ${and(
      eq(deliveryItems.campaignId, campaignId),
      sql`${deliveryItems.representativeId} = told.representative_id`,
      sql`${deliveryItems.gssCode} = told.gss_code`,
      inArray(deliveries.state, [...LEFT_STATES]),
      or(eq(deliveries.mode, "live"), eq(representatives.isInvented, true)),
    )} order by ${deliveryItems.slotOn} desc limit 1`;
  return sql`select * from (
    select ${campaignId}, '', told.representative_id, told.gss_code, told.gss_code,
      case when ${representatives.kind} = 'mp' then ''
        when ${areas.level} = 'council' then ${areas.gssCode} else coalesce(${areas.parentGss}, '') end,
      case when ${representatives.kind} in ('mp', 'office') then ${representatives.kind}
        when ${areas.level} = 'ward' then 'ward' else 'county' end,
      case when told.gss_code = '' then 'everyone' when ${areas.level} = 'council' then 'across'
        else 'constituents' end,
      (${latest}) as latest, 1, '', '', 1
    from (
      select ${deliveryItems.representativeId}, ${deliveryItems.gssCode} from ${deliveryItems}
      where ${eq(deliveryItems.campaignId, campaignId)}
      group by ${deliveryItems.representativeId}, ${deliveryItems.gssCode}
    ) told
    inner join ${representatives} on ${representatives.id} = told.representative_id
    left join ${areas} on ${areas.gssCode} = told.gss_code
    where (told.representative_id, told.gss_code) not in (select representative_id, counted from held)
  ) former where latest is not null`;
}
