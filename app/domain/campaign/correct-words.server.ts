import type { Reader } from "#db/database.ts";
import { editDistance } from "./edit-distance.ts";
import { indexedText, soughtWords } from "./search-words.ts";
import { type KnownWord, listBeginningWith, listCandidates } from "./vocabulary.server.ts";

/** A shorter word is one slip away from too many others. */
const SHORTEST_CORRECTED = 4;
/** From this length on a word may have two slips in it. */
const LONG_WORD = 7;
/** Ways to read a search that are tried. */
const READINGS = 3;

/**
 * What a search may have meant whose words nobody wrote: the search with each unknown word changed for a known one
 * that is one or two slips away, the likeliest first. Nothing where every word is known, or none is near.
 */
export async function correctWords(read: Reader, q: string): Promise<string[]> {
  const near = new Map<string, string[]>();
  for (const word of soughtWords(q)) {
    if (word.length < SHORTEST_CORRECTED || (await listBeginningWith(read, word, 1)).length > 0) continue;
    const meant = await listNear(read, word);
    if (meant.length > 0) near.set(word, meant);
  }
  if (near.size === 0) return [];
  const typed = indexedText(q).split(" ");
  const readings = Array.from({ length: READINGS }, (_, index) =>
    typed.map((word) => near.get(word)?.[index] ?? near.get(word)?.[0] ?? word).join(" "),
  );
  return [...new Set(readings)];
}

/** The nearest known words; of those as near, the ones that more campaigns have. */
async function listNear(read: Reader, word: string): Promise<string[]> {
  const limit = word.length < LONG_WORD ? 1 : 2;
  const letters = new Set([word.slice(0, 1), word.slice(1, 2)]);
  const known: (KnownWord & { distance: number })[] = [];
  for (const letter of letters)
    for (const one of await listCandidates(read, { letter, length: word.length, distance: limit }))
      known.push({ ...one, distance: editDistance(word, one.word, limit) });
  return known
    .filter(({ distance }) => distance <= limit)
    .sort(
      (a, b) => a.distance - b.distance || b.campaignCount - a.campaignCount || (a.word < b.word ? -1 : 1),
    )
    .slice(0, READINGS)
    .map((one) => one.word);
}
