import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { readListed } from "./listed.server.ts";
import type { ListedCampaign } from "./queries.server.ts";
import { searchMatches } from "./search-hits.server.ts";
import { tellingWords } from "./search-words.ts";
import { countWithWords } from "./vocabulary.server.ts";

/** What no council has for a code. */
const NOBODY = "-";
/** Words that are compared: the rarest say most of what a text is about. */
const WEIGHTY_WORDS = 10;
/** A word that more than this share of all campaigns has says nothing. */
const COMMON_SHARE = 0.2;
/** On a small site a word may be in all campaigns and still say something. */
const COMMON_COUNT = 10;

/**
 * Open campaigns of either kind that are about the same, as far as words tell: they share at least one that few others have. Those
 * to the same body come first, then those that share the most and the rarest words. Blank `bodyGss` is no body.
 */
export async function similarCampaigns(
  read: Reader,
  { title, asks, bodyGss }: { title: string; asks: readonly string[]; bodyGss: string },
  limit: number,
): Promise<ListedCampaign[]> {
  const { campaigns } = read.tables;
  const words = await weightyWords(read, tellingWords(title, ...asks));
  if (words.length === 0) return [];
  const parts = words.map(
    ({ word, weight }, index) =>
      sql`select number, cast(${weight} as integer) as weight from ${searchMatches(read, [{ word, longer: [] }])} as ${sql.raw(`hits${index}`)}`,
  );
  const rows = await read.rows<{ id: string }>(sql`
    select ${campaigns.id} as id
    from (select number, sum(weight) as score from (${sql.join(parts, sql` union all `)}) as shared group by number) as similar_ones
    cross join ${campaigns}
    where ${and(sql`${campaigns.number} = similar_ones.number`, eq(campaigns.state, "open"))}
    order by case when ${campaigns.bodyGss} = ${bodyGss || NOBODY} then 1 else 0 end desc, similar_ones.score desc, ${campaigns.number} desc
    limit ${limit}`);
  return readListed(
    read,
    rows.map(({ id }) => id),
  );
}

/**
 * The rarest words, heavier the fewer campaigns have them. One that no campaign has in this form may still be shared
 * in another (bus, buses), and weighs least.
 */
async function weightyWords(
  read: Reader,
  words: readonly string[],
): Promise<{ word: string; weight: number }[]> {
  const { searchEntries } = read.tables;
  const [all] = await read.select({ count: sql`count(*)`.mapWith(Number) }).from(searchEntries);
  const total = all?.count ?? 0;
  const common = Math.max(COMMON_COUNT, total * COMMON_SHARE);
  const known = await countWithWords(read, words);
  const others = words.filter((word) => !known.has(word)).slice(0, WEIGHTY_WORDS);
  const weighty = [...known]
    .filter(([, campaignCount]) => campaignCount <= common)
    .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
    .slice(0, WEIGHTY_WORDS)
    .map(([word, campaignCount]) => ({
      word,
      weight: Math.round(100 * (1 + Math.log2((total + 1) / (campaignCount + 1)))),
    }));
  return [...weighty, ...others.map((word) => ({ word, weight: 100 }))];
}
