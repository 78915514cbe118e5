import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { readListed } from "./listed.server.ts";
import type { ListedCampaign } from "./queries.server.ts";
import { searchHits } from "./search-hits.server.ts";
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
 * One page of campaigns, and how many there are in all. Reads no more campaigns than the page and those before it:
 * each state by an index in order, then merged.
 */
export async function listCampaigns(
  read: Reader,
  filter: CampaignFilter,
  page: number,
): Promise<{ campaigns: ListedCampaign[]; count: number }> {
  const words = soughtWords(filter.q);
  if (filter.q !== "" && words.length === 0) return { campaigns: [], count: 0 };
  const hits = words.length === 0 ? undefined : searchHits(read, await withLongerWords(read, words));
  const [counted] = await read.rows<{ count: unknown }>(countOf(read, filter, hits));
  const count = Number(counted?.count ?? 0);
  const offset = (page - 1) * PAGE_LENGTH;
  if (offset >= count) return { campaigns: [], count };
  const rows = await read.rows<{ id: string }>(pageOf(read, { filter, hits, offset }));
  const ids = rows.map(({ id }) => id);
  return { campaigns: await readListed(read, ids), count };
}

function countOf(read: Reader, filter: CampaignFilter, hits: SQL | undefined): SQL {
  const { campaigns } = read.tables;
  const found = hits && sql`${campaigns.number} in (select number from ${hits} as hits)`;
  return sql`select count(*) as count from ${campaigns}${joined(read, filter)} where ${and(matching(read, filter, filter.states), found)}`;
}

function pageOf(
  read: Reader,
  { filter, hits, offset }: { filter: CampaignFilter; hits: SQL | undefined; offset: number },
): SQL {
  const { campaigns } = read.tables;
  const { keys, order } = orderOf(read, filter, hits !== undefined);
  // What a search or the week's counts have chosen is few; a whole list is read in the order of an index, one state at a time.
  const isChosen = hits !== undefined || filter.sort === "week";
  const branches = isChosen ? [filter.states] : filter.states.map((state) => [state]);
  const parts = branches.map(
    (states, index) => sql`select * from (
      select ${campaigns.id} as id, ${keys} from ${campaigns}${joined(read, filter)}
      ${hits ? sql`inner join ${hits} as hits on hits.number = ${campaigns.number}` : sql``}
      where ${matching(read, filter, states)} order by ${order} limit ${offset + PAGE_LENGTH}
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

function joined(read: Reader, { sort }: CampaignFilter): SQL {
  const { campaigns, trends } = read.tables;
  if (sort !== "week") return sql``;
  return sql` inner join ${trends} on ${and(eq(trends.campaignId, campaigns.id), gt(trends.weekCount, 0))}`;
}

function matching(
  read: Reader,
  { kind, bodyGss, isAnswered }: CampaignFilter,
  states: readonly CampaignState[],
): SQL | undefined {
  const { campaigns, asks } = read.tables;
  const answered = read
    .select({ campaignId: asks.campaignId })
    .from(asks)
    .where(inArray(asks.outcome, ["promised", "partly", "refused", "done"]));
  return and(
    eq(campaigns.kind, kind),
    inArray(campaigns.state, [...states]),
    bodyGss && inArray(campaigns.bodyGss, [...bodyGss]),
    isAnswered ? inArray(campaigns.id, answered) : undefined,
  );
}
