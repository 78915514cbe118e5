/** Text as a search compares it: without accents, capitals and punctuation. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether every word of `q` begins a word of one of the names, in any order. A blank `q` matches everything. */
export function matchesWords(q: string, names: readonly string[]): boolean {
  const wanted = foldWords(q).split(" ").filter(Boolean);
  const words = names.flatMap((name) => foldWords(name).split(" "));
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}
