import { and, type Column, eq, exists, gte, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { AddressState } from "#db/tables/representative.ts";
import type { Basis } from "./basis.ts";
import { speaksForBody } from "./body-offices.server.ts";
import type { CountyBases } from "./county-bases.server.ts";
import { TOLD_LEVELS } from "./forwarding.ts";
import type { LedgerLevel } from "./ledger.ts";
import { formerSeats } from "./ledger-former.server.ts";
import { isRunning } from "./terms.server.ts";

/** Which seats a ledger has. */
export interface LedgerScope {
  /** Of which campaigns, by the column that names one in each part of the statement. */
  isOf: (campaignId: Column) => SQL | undefined;
  /** Of which terms; all of them where this is missing, and then the seats that nobody holds, too. */
  isHeldBy?: SQL;
  day: string;
  counties: CountyBases;
  /** One campaign's messages to people who hold the seat no longer, or of numbers that are not published any more. */
  formerOf?: string;
}

/** A row of `ledgerSeats`, as both engines give it. */
export interface SeatRow extends Record<string, unknown> {
  campaign_id: string;
  /** Blank where nobody holds the seat, or not any more. */
  term_id: string;
  representative_id: string;
  seat: string;
  /** The area counted: of the seat, the county of a division, or blank for everyone. */
  counted: string;
  council: string;
  level: LedgerLevel;
  basis: Basis;
  count: number;
  has_address: number;
  address_state: AddressState | "";
  address_hash: string;
  is_former: number;
}

/**
 * A statement with a row for everybody in office who speaks for five or more who signed, with an address or without,
 * for every such seat that nobody is known to hold, and for those whom a campaign is addressed to, who are in it as
 * that alone.
 */
export function ledgerSeats(read: Reader, scope: LedgerScope): SQL {
  const parts = [ownAreas(read, scope), recipientSeats(read, scope), officeSeats(read, scope)];
  if (scope.counties.some(({ basis }) => basis === "across")) parts.push(wholeCounties(read, scope));
  const held = sql.join(parts, sql` union all `);
  if (scope.formerOf === undefined) return held;
  return sql`with held as materialized (${held})
    select * from held union all ${formerSeats(read, scope.formerOf)}`;
}

function ownAreas(read: Reader, { isOf, isHeldBy, day, counties }: LedgerScope): SQL {
  const { publishedTallies, areas, terms } = read.tables;
  const isNobodys = isHeldBy === undefined ? sql`${terms.id} is null` : undefined;
  const isTheirs = or(
    ne(areas.level, "division"),
    isOneOf(read, counties, ["constituents", "at_least"]),
    isNobodys,
  );
  return sql`select ${publishedTallies.campaignId} as campaign_id, ${holder(read)},
    ${areas.gssCode} as seat, ${areas.gssCode} as counted,
    case when ${areas.level} = 'constituency' then '' else ${areas.parentGss} end as council,
    case ${areas.level} when 'constituency' then 'mp' when 'division' then 'county' else 'ward' end as level,
    case when ${areas.level} = 'division' and ${isOneOf(read, counties, ["at_least"])}
      then 'at_least' else 'constituents' end as basis,
    ${publishedTallies.count} as count, ${address(read)}, 0 as is_former
    from ${publishedTallies}
    inner join ${areas} on ${areas.gssCode} = ${publishedTallies.code}
    left join ${terms} on ${terms.gssCode} = ${publishedTallies.code} and ${isRunning(read, day)}
    where ${and(
      isOf(publishedTallies.campaignId),
      inArray(publishedTallies.level, [...TOLD_LEVELS]),
      gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
      isTheirs,
      isHeldBy,
      not(isRecipient(read, publishedTallies.campaignId)),
    )}`;
}

/** County councillors whose division cannot be told from the others: they hear of the county's count. */
function wholeCounties(read: Reader, { isOf, isHeldBy, day, counties }: LedgerScope): SQL {
  const { publishedTallies, areas, terms } = read.tables;
  return sql`select ${publishedTallies.campaignId}, ${holder(read)}, ${areas.gssCode}, ${areas.parentGss},
    ${areas.parentGss}, 'county', 'across', ${publishedTallies.count}, ${address(read)}, 0
    from ${publishedTallies}
    inner join ${areas} on ${areas.parentGss} = ${publishedTallies.code} and ${areas.level} = 'division'
    inner join ${terms} on ${terms.gssCode} = ${areas.gssCode} and ${isRunning(read, day)}
    where ${and(
      isOf(publishedTallies.campaignId),
      eq(publishedTallies.level, "upper"),
      gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
      isOneOf(read, counties, ["across"]),
      isHeldBy,
      not(isRecipient(read, publishedTallies.campaignId)),
    )}`;
}

/** Recipients whom a moderator has checked. */
function recipientSeats(read: Reader, { isOf, isHeldBy, day }: LedgerScope): SQL {
  const { recipients, terms } = read.tables;
  return sql`${addressed(read)} from ${recipients}
    inner join ${terms} on ${terms.representativeId} = ${recipients.representativeId}
    ${withTotal(read, recipients.campaignId)}
    where ${and(isOf(recipients.campaignId), ne(recipients.checkedBy, ""), hasFive(read), isRunning(read, day), isHeldBy)}`;
}

/** Where no recipient is named, the offices of the body addressed. */
function officeSeats(read: Reader, { isOf, isHeldBy, day }: LedgerScope): SQL {
  const { campaigns, recipients, terms } = read.tables;
  const named = read
    .select({ id: recipients.representativeId })
    .from(recipients)
    .where(eq(recipients.campaignId, campaigns.id));
  return sql`${addressed(read)} from ${campaigns}
    inner join ${terms} on ${terms.gssCode} = ${campaigns.bodyGss}
    ${withTotal(read, campaigns.id)}
    where ${and(
      isOf(campaigns.id),
      speaksForBody(read),
      not(exists(named)),
      hasFive(read),
      isRunning(read, day),
      isHeldBy,
    )}`;
}

/** A statement with a row of no count for whoever speaks for these places and is not in `held`. */
export function uncountedSeats(
  read: Reader,
  { campaignId, day, places }: { campaignId: string; day: string; places: SQL },
): SQL {
  const { areas, terms } = read.tables;
  return sql`select ${campaignId}, ${holder(read)}, ${areas.gssCode}, ${areas.gssCode},
    case when ${areas.level} = 'constituency' then '' else ${areas.parentGss} end,
    case ${areas.level} when 'constituency' then 'mp' when 'division' then 'county' else 'ward' end,
    'constituents', 0, ${address(read)}, 0
    from ${areas} inner join ${terms} on ${terms.gssCode} = ${areas.gssCode} and ${isRunning(read, day)}
    where ${places} and ${terms.id} not in (select term_id from held)`;
}

function addressed(read: Reader): SQL {
  const { areas, publications, representatives } = read.tables;
  return sql`select ${publications.campaignId}, ${holder(read)}, ${areas.gssCode}, '',
    case ${areas.level} when 'constituency' then '' when 'council' then ${areas.gssCode} else ${areas.parentGss} end,
    case when ${representatives.kind} in ('mp', 'office') then ${representatives.kind}
      when ${areas.level} = 'division' then 'county' else 'ward' end,
    'everyone', ${publications.total}, ${address(read)}, 0`;
}

function withTotal(read: Reader, campaignId: Column): SQL {
  const { areas, publications, representatives, terms } = read.tables;
  return sql`inner join ${areas} on ${areas.gssCode} = ${terms.gssCode}
    inner join ${representatives} on ${representatives.id} = ${terms.representativeId}
    inner join ${publications} on ${publications.campaignId} = ${campaignId}`;
}

function hasFive({ tables: { publications } }: Reader): SQL {
  return gte(publications.total, SMALLEST_SHOWN_COUNT);
}

/** Whether whoever holds a term is addressed by a campaign in person. */
function isRecipient(read: Reader, campaignId: Column): SQL {
  const { recipients, terms } = read.tables;
  const asked = read
    .select({ id: recipients.representativeId })
    .from(recipients)
    .where(
      and(
        eq(recipients.campaignId, campaignId),
        eq(recipients.representativeId, terms.representativeId),
        ne(recipients.checkedBy, ""),
      ),
    );
  return exists(asked);
}

/** Whether a division's count is known to be so far its councillors' own. */
function isOneOf(read: Reader, counties: CountyBases, bases: readonly Basis[]): SQL {
  const { areas, publishedTallies } = read.tables;
  const byCampaign = new Map<string, string[]>();
  for (const { campaignId, county, basis } of counties)
    if (bases.includes(basis)) byCampaign.set(campaignId, [...(byCampaign.get(campaignId) ?? []), county]);
  const cases = [...byCampaign].map(([campaignId, found]) =>
    and(eq(publishedTallies.campaignId, campaignId), inArray(areas.parentGss, found)),
  );
  return or(...cases) ?? sql`1 = 0`;
}

function holder({ tables: { terms } }: Reader): SQL {
  return sql`coalesce(${terms.id}, '') as term_id, coalesce(${terms.representativeId}, '') as representative_id`;
}

function address({ tables: { terms } }: Reader): SQL {
  return sql`case when ${terms.address} <> '' then 1 else 0 end as has_address,
    coalesce(${terms.addressState}, '') as address_state, coalesce(${terms.addressHash}, '') as address_hash`;
}
