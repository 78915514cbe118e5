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

function sqliteHits(words: readonly SoughtWord[]): SQL {
  const all = words
    .map(({ word, longer }) => {
      const ways = [word, ...longer].map((one) => `"${one}"`);
      if (word.length >= SHORTEST_BEGINNING) ways.push(`"${word}" *`);
      return `(${ways.join(" OR ")})`;
    })
    .join(" AND ");
  const tier = (columns: string, rank: number): SQL =>
    sql`select rowid as number, ${sql.raw(String(rank))} as tier from campaign_index where campaign_index match ${`{${columns}} : (${all})`}`;
  return sql`(select number, min(tier) as tier from (${tier("title", 0)} union all ${tier("title asks", 1)} union all ${tier("title asks body", 2)}) as found group by number)`;
}

function postgresHits(words: readonly SoughtWord[]): SQL {
  const within = (weights: string): SQL =>
    sql.join(
      words.map(({ word, longer }) => {
        const ways = [word, ...longer].map((one) => `${one}:${weights}`).join(" | ");
        const whole = sql`to_tsquery('english', ${ways})`;
        return word.length < SHORTEST_BEGINNING
          ? whole
          : sql`(${whole} || to_tsquery('simple', ${`${word}:*${weights}`}))`;
      }),
      sql` && `,
    );
  return sql`(select number, case when vector @@ (${within("A")}) then 0 when vector @@ (${within("AB")}) then 1 else 2 end as tier from search_entries where vector @@ (${within("ABC")}))`;
}
