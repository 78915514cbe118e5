import { and, desc, eq, sql } from "drizzle-orm";
import { UNUSUAL_GROUP, UNUSUAL_TIMES } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { HOUR } from "../time/durations.ts";
import { type BatchSelection, NETWORK_LABEL } from "./batch-selection.ts";
import { domainOf, openNewest } from "./select-batch.server.ts";

/** The newest signatures looked at: what came before is no news, and a campaign may have a million. */
const LOOKED_AT = 20_000;
/** Groups of one kind that are shown. */
const SHOWN = 20;
/** Addresses opened, in memory alone, to count what stands behind the @. */
const OPENED = 500;
/** Fewer of one mail domain could point at a person. */
const SHOWN_OF_DOMAIN = 5;

/** Counted signatures that have something in common. Counts and times, nobody's name. */
export interface Groups {
  /** How many of the newest were looked at. */
  lookedAt: number;
  networks: { network: string; count: number; firstHour: number; lastHour: number }[];
  /** By the hour in which they signed. */
  hours: { hour: number; count: number; networks: number }[];
}

/**
 * Groups a campaign's newest counted signatures by network and by hour and gives the unusually large ones: networks
 * of at least 20, hours of at least 20 and five times the usual one. Networks are known for 30 days.
 */
export async function listUnusualGroups(read: Reader, campaignId: string): Promise<Groups> {
  const rows = await countGroups(read, campaignId);
  const hours = rows.flatMap(({ network, firstHour, count, networks }) =>
    network === "" ? [{ hour: firstHour, count, networks }] : [],
  );
  const networks = rows.flatMap(({ networks: _, ...one }) => (one.network === "" ? [] : [one]));
  const usual = median(hours.map(({ count }) => count));
  return {
    lookedAt: hours.reduce((sum, { count }) => sum + count, 0),
    networks: largest(networks, UNUSUAL_GROUP),
    hours: largest(hours, Math.max(UNUSUAL_GROUP, UNUSUAL_TIMES * usual)),
  };
}

/** How the newest of a selection spread: over hours, and over mail domains of which there are several. */
export async function describeSelection(
  read: Reader,
  keyring: Keyring,
  { campaignId, selection }: { campaignId: string; selection: BatchSelection },
): Promise<{
  /** How many were looked at: 500 stands for "at least". */
  count: number;
  hours: { hour: number; count: number }[];
  domains: { domain: string; count: number }[];
}> {
  const opened = await openNewest(read, keyring, { campaignId, selection, limit: OPENED });
  const hours = new Map<number, number>();
  const domains = new Map<string, number>();
  for (const { email, createdAt } of opened) {
    const hour = createdAt - (createdAt % HOUR);
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
    const domain = domainOf(email);
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
  }
  return {
    count: opened.length,
    hours: largest(
      [...hours].map(([hour, count]) => ({ hour, count })),
      1,
    ),
    domains: largest(
      [...domains].map(([domain, count]) => ({ domain, count })),
      SHOWN_OF_DOMAIN,
    ),
  };
}

/** A network that is large enough to be shown, or, where it is blank, one hour. */
interface Group {
  network: string;
  count: number;
  firstHour: number;
  lastHour: number;
  networks: number;
}

/** The engine goes through them once, groups them both ways, and hands over hundreds of rows, not twenty thousand. */
async function countGroups(read: Reader, campaignId: string): Promise<Group[]> {
  const { signatures } = read.tables;
  const label = sql.raw(String(NETWORK_LABEL));
  const hour = sql.raw(String(HOUR));
  const newest = read
    .select({
      network: sql`substr(${signatures.clientNetHash}, 1, ${label})`.as("network"),
      hour: sql`${signatures.createdAt} - ${signatures.createdAt} % ${hour}`.as("hour"),
    })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.state, "confirmed")))
    .orderBy(desc(signatures.id))
    .limit(LOOKED_AT);
  const rows = await read.rows<Record<keyof Group, unknown>>(sql`with newest as materialized ${newest}
    select network as "network", count(*) as "count", min(hour) as "firstHour", max(hour) as "lastHour", 1 as "networks"
    from newest where network <> '' group by network having count(*) >= ${UNUSUAL_GROUP}
    union all
    select '', count(*), hour, hour, count(distinct nullif(network, '')) from newest group by hour`);
  return rows.map(({ network, count, firstHour, lastHour, networks }) => ({
    network: String(network),
    count: Number(count),
    firstHour: Number(firstHour),
    lastHour: Number(lastHour),
    networks: Number(networks),
  }));
}

function largest<Group extends { count: number }>(groups: Group[], atLeast: number): Group[] {
  return groups
    .filter(({ count }) => count >= atLeast)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, SHOWN);
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
