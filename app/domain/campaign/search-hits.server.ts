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

/**
 * The public numbers of campaigns that have all the words, as a subquery of two columns: `number`, and `tier`, which
 * is 0 where the title has them all, 1 where title and asks do, 2 for the rest. Words match by their stems and by
 * their beginnings. Takes plain words as `soughtWords` gives them, and at least one.
 */
export function searchHits(read: Pick<Reader, "engine">, words: readonly SoughtWord[]): SQL {
  return read.engine === "sqlite" ? sqliteHits(words) : postgresHits(words);
}

/** The same numbers without their tiers, each once: cheaper where only their count is asked for. */
export function searchMatches(read: Pick<Reader, "engine">, words: readonly SoughtWord[]): SQL {
  return read.engine === "sqlite"
    ? sql`(select rowid as number from campaign_index where campaign_index match ${matchExpression(words)})`
    : sql`(select number from search_entries where vector @@ (${tsquery(words, "ABC")}))`;
}

function sqliteHits(words: readonly SoughtWord[]): SQL {
  const all = matchExpression(words);
  const tier = (columns: string, rank: number): SQL =>
    sql`select rowid as number, ${sql.raw(String(rank))} as tier from campaign_index where campaign_index match ${`{${columns}} : (${all})`}`;
  return sql`(select number, min(tier) as tier from (${tier("title", 0)} union all ${tier("title asks", 1)} union all ${tier("title asks body", 2)}) as found group by number)`;
}

/** Words hold letters and digits alone, so that quotes make plain words of what would be operators. */
function matchExpression(words: readonly SoughtWord[]): string {
  return words
    .map(({ word, longer }) => {
      const ways = [word, ...longer].map((one) => `"${one}"`);
      if (word.length >= SHORTEST_BEGINNING) ways.push(`"${word}" *`);
      return `(${ways.join(" OR ")})`;
    })
    .join(" AND ");
}

function postgresHits(words: readonly SoughtWord[]): SQL {
  const within = (weights: string): SQL => sql`vector @@ (${tsquery(words, weights)})`;
  return sql`(select number, case when ${within("A")} then 0 when ${within("AB")} then 1 else 2 end as tier from search_entries where ${within("ABC")})`;
}

function tsquery(words: readonly SoughtWord[], weights: string): SQL {
  const each = words.map(({ word, longer }) => {
    const ways = [word, ...longer].map((one) => `${one}:${weights}`).join(" | ");
    const whole = sql`to_tsquery('english', ${ways})`;
    return word.length < SHORTEST_BEGINNING
      ? whole
      : sql`(${whole} || to_tsquery('simple', ${`${word}:*${weights}`}))`;
  });
  return sql.join(each, sql` && `);
}
