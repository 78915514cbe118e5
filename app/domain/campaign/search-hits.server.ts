import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** One word of a search, with the other words that stand for it: texts have it if they have any of them. */
export interface SoughtWord {
  word: string;
  /** Whole words that begin with it. */
  longer: readonly string[];
}

/** Shorter words are looked for as they are: too many words begin with one or two letters. */
export const SHORTEST_BEGINNING = 3;

/** Where all the words of a search may stand: in the title, in title and asks, anywhere. */
type Tier = 0 | 1 | 2;

/**
 * The public numbers of campaigns that have all the words, as a subquery of two columns: `number`, and `tier`, which
 * is 0 where the title has them all, 1 where title and asks do, 2 for the rest. Words match by their stems and by
 * their beginnings. Takes plain words as `soughtWords` gives them, and at least one.
 */
export function searchHits(read: Pick<Reader, "engine">, words: readonly SoughtWord[]): SQL {
  const tiers = ([0, 1, 2] as const).map(
    (tier) =>
      sql`select number, ${sql.raw(String(tier))} as tier from ${matches(read, words, tier)} as within`,
  );
  return sql`(select number, min(tier) as tier from (${sql.join(tiers, sql` union all `)}) as found group by number)`;
}

/** The same numbers without their tiers, each once: cheaper where only their count is asked for. */
export function searchMatches(read: Pick<Reader, "engine">, words: readonly SoughtWord[]): SQL {
  return matches(read, words, 2);
}

function matches(read: Pick<Reader, "engine">, words: readonly SoughtWord[], tier: Tier): SQL {
  if (read.engine === "sqlite") {
    const columns = ["{title}", "{title asks}", "{title asks body}"][tier];
    return sql`(select rowid as number from campaign_index where campaign_index match ${`${columns} : (${expression(words)})`})`;
  }
  const vector = sql.raw(["title_vector", "asks_vector", "body_vector"][tier] ?? "");
  return sql`(select number from search_entries where ${vector} @@ (${tsquery(words)}))`;
}

/** For SQLite. Words hold letters and digits alone, so that quotes make plain words of what would be operators. */
function expression(words: readonly SoughtWord[]): string {
  return words
    .map(({ word, longer }) => {
      const ways = [word, ...longer].map((one) => `"${one}"`);
      if (word.length >= SHORTEST_BEGINNING) ways.push(`"${word}" *`);
      return `(${ways.join(" OR ")})`;
    })
    .join(" AND ");
}

/** For PostgreSQL: whole words by their stems, beginnings as they are. */
function tsquery(words: readonly SoughtWord[]): SQL {
  const each = words.map(({ word, longer }) => {
    const whole = sql`to_tsquery('english', ${[word, ...longer].join(" | ")})`;
    return word.length < SHORTEST_BEGINNING ? whole : sql`(${whole} || to_tsquery('simple', ${`${word}:*`}))`;
  });
  return sql.join(each, sql` && `);
}
