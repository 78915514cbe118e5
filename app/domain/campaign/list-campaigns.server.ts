import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { readListed } from "./listed.server.ts";
import type { ListedCampaign } from "./queries.server.ts";
import { type SoughtWord, searchHits, searchMatches } from "./search-hits.server.ts";
import { soughtWords } from "./search-words.ts";
import { withLongerWords } from "./vocabulary.server.ts";

/**
 * What comes first in a list: the best match, then the newest; the newest; the most signed in the last week (with
 * none that nobody signed); the one that closes first.
 */
export type ListSort = "best" | "newest" | "week" | "closing";

/** Which campaigns a list shows. */
export interface CampaignFilter {
  kind: CampaignKind;
  states: readonly CampaignState[];
  /** Words, each of which must stand in title, asks, reasons, background or body addressed; blank for all. */
  q: string;
  /** Councils addressed; undefined for all campaigns. */
  bodyGss?: readonly string[];
  /** Only those of whose asks one at least was answered: promised, partly met, refused or done. */
  isAnswered?: boolean;
  /** The newest first where nothing is said. */
  sort?: ListSort;
}

/**
 * One page of campaigns, and how many there are in all. A whole list is read in the order of an index, no further than
 * the page; of a search, the week or the answers only the campaigns that are in them.
 */
export async function listCampaigns(
  read: Reader,
  filter: CampaignFilter,
  page: number,
): Promise<{ campaigns: ListedCampaign[]; count: number }> {
  const sought = soughtWords(filter.q);
  if (filter.q !== "" && sought.length === 0) return { campaigns: [], count: 0 };
  const words = await withLongerWords(read, sought);
  const [counted] = await read.rows<{ count: unknown }>(countOf(read, filter, words));
  const count = Number(counted?.count ?? 0);
  const offset = (page - 1) * PAGE_LENGTH;
  if (offset >= count) return { campaigns: [], count };
  const rows = await read.rows<{ id: string }>(pageOf(read, { filter, words, offset }));
  const ids = rows.map(({ id }) => id);
  return { campaigns: await readListed(read, ids), count };
}

function countOf(read: Reader, filter: CampaignFilter, words: readonly SoughtWord[]): SQL {
  const hits = words.length === 0 ? undefined : searchMatches(read, words);
  return sql`select count(*) as count ${source(read, { filter, hits, states: filter.states })}`;
}

function pageOf(
  read: Reader,
  { filter, words, offset }: { filter: CampaignFilter; words: readonly SoughtWord[]; offset: number },
): SQL {
  const hits = words.length === 0 ? undefined : searchHits(read, words);
  const { keys, order } = orderOf(read, filter, hits !== undefined);
  const isWhole = hits === undefined && filter.sort !== "week" && filter.isAnswered !== true;
  const branches = isWhole ? filter.states.map((state) => [state]) : [filter.states];
  const parts = branches.map(
    (states, index) => sql`select * from (
      select ${read.tables.campaigns.id} as id, ${keys} ${source(read, { filter, hits, states })}
      order by ${order} limit ${offset + PAGE_LENGTH}
    ) as ${sql.raw(`part${index}`)}`,
  );
  return sql`select id from (${sql.join(parts, sql` union all `)}) as merged order by ${order} limit ${PAGE_LENGTH} offset ${offset}`;
}

/** What a list is ordered by: its columns under other names, and the order of those. The last is unique. */
function orderOf(read: Reader, { sort }: CampaignFilter, isSearch: boolean): { keys: SQL; order: SQL } {
  const { campaigns, trends } = read.tables;
  const newest = sql`${campaigns.openedAt} as opened, ${campaigns.number} as numbered`;
  if (sort === "week")
    return {
      keys: sql`${trends.weekCount} as weekly, ${trends.campaignId} as trending`,
      order: sql`weekly desc, trending desc`,
    };
  if (sort === "closing")
    return {
      keys: sql`${campaigns.closesOn} as closing, ${campaigns.number} as numbered`,
      order: sql`closing, numbered`,
    };
  if (sort === "best" && isSearch)
    return { keys: sql`hits.tier as tier, ${newest}`, order: sql`tier, opened desc, numbered desc` };
  return { keys: newest, order: sql`opened desc, numbered desc` };
}

/**
 * Where a list comes from, and its conditions. `cross join` is an inner join on both engines, and on SQLite it also
 * says what is read first: the few that a search, the week or the answers have chosen.
 */
function source(
  read: Reader,
  {
    filter: { kind, bodyGss, isAnswered = false, sort },
    hits,
    states,
  }: { filter: CampaignFilter; hits: SQL | undefined; states: readonly CampaignState[] },
): SQL {
  const { campaigns, asks, trends } = read.tables;
  const isTrending = sort === "week";
  const answered = sql`(select distinct ${asks.campaignId} as campaign_id from ${asks} where ${inArray(asks.outcome, ["promised", "partly", "refused", "done"])})`;
  const sources = [
    ...(hits ? [sql`${hits} as hits`] : []),
    ...(isTrending && !hits ? [sql`${trends}`] : []),
    ...(isAnswered ? [sql`${answered} as answered`] : []),
    sql`${campaigns}`,
    ...(isTrending && hits ? [sql`${trends}`] : []),
  ];
  const conditions = and(
    hits && sql`${campaigns.number} = hits.number`,
    isTrending ? and(eq(trends.campaignId, campaigns.id), gt(trends.weekCount, 0)) : undefined,
    isAnswered ? sql`answered.campaign_id = ${campaigns.id}` : undefined,
    eq(campaigns.kind, kind),
    inArray(campaigns.state, [...states]),
    bodyGss && inArray(campaigns.bodyGss, [...bodyGss]),
  );
  return sql`from ${sql.join(sources, sql` cross join `)} where ${conditions}`;
}
