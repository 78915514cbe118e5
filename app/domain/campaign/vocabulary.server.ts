import { and, desc, gt, gte, inArray, lt, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { SHORTEST_BEGINNING, type SoughtWord } from "./search-hits.server.ts";

/** A word that public campaigns have, and how many of them. */
export interface KnownWord {
  word: string;
  campaignCount: number;
}

/** Beginnings are matched by the engine too; these are for words whose stem is shorter than what was typed. */
const LONGER_WORDS = 12;
/** Candidates that one misspelt word is compared with. */
const CANDIDATES = 3000;
/** After every letter and digit of a word. */
const LAST = "\uffff";

/** The words of a search, each with the commonest of those that begin with it: "universi" finds "university". */
export async function withLongerWords(read: Reader, words: readonly string[]): Promise<SoughtWord[]> {
  return Promise.all(
    words.map(async (word) => {
      if (word.length <= SHORTEST_BEGINNING) return { word, longer: [] };
      const longer = await listBeginningWith(read, word, LONGER_WORDS);
      return { word, longer: longer.filter((one) => one !== word) };
    }),
  );
}

/** How many public campaigns have each of the words; a word that none has is left out. */
export async function countWithWords(
  read: Reader,
  words: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { searchWords } = read.tables;
  if (words.length === 0) return new Map();
  const rows = await read
    .select()
    .from(searchWords)
    .where(inArray(searchWords.word, [...words]));
  return new Map(rows.map(({ word, campaignCount }) => [word, campaignCount]));
}

/** The commonest words that begin with a text, itself among them. */
export async function listBeginningWith(read: Reader, text: string, limit: number): Promise<string[]> {
  const { searchWords } = read.tables;
  const rows = await read
    .select({ word: searchWords.word })
    .from(searchWords)
    .where(and(gte(searchWords.word, text), lt(searchWords.word, text + LAST)))
    .orderBy(desc(searchWords.campaignCount), searchWords.word)
    .limit(limit);
  return rows.map(({ word }) => word);
}

/** Known words of about a length that begin with a letter: what a misspelt word may have meant. */
export async function listCandidates(
  read: Reader,
  { letter, length, distance }: { letter: string; length: number; distance: number },
): Promise<KnownWord[]> {
  const { searchWords } = read.tables;
  const measure = sql`length(${searchWords.word})`;
  return read
    .select()
    .from(searchWords)
    .where(
      and(
        gte(searchWords.word, letter),
        lt(searchWords.word, letter + LAST),
        gt(measure, length - distance - 1),
        lt(measure, length + distance + 1),
      ),
    )
    .orderBy(desc(searchWords.campaignCount), searchWords.word)
    .limit(CANDIDATES);
}
