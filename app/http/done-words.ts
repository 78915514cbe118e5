/** What a page says right after something was done: the sentence that `?done=` names, blank for any other. */
export function doneWords(request: Request, words: Readonly<Record<string, string>>): string {
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return Object.hasOwn(words, done) ? (words[done] ?? "") : "";
}
