const WORDS_AT_MOST = 100;

/** The words a list of areas is searched for, from its address; blank for the whole list. */
export function readWords(url: string): string {
  return (new URL(url).searchParams.get("q") ?? "")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .slice(0, WORDS_AT_MOST)
    .trim();
}
