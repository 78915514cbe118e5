import { SHORT_NAME_CHARACTERS } from "#app/policy.ts";

/** Words that want another after them: a name does not end with one. */
const WANTING = new Set(
  "a an the of for in into on onto to at by from with without and or but that which who as is are our their your its".split(
    " ",
  ),
);

/** What a campaign is called in subjects and lists: its own short name, or the beginning of its title. */
export function nameInShort({ shortName, title }: { shortName: string; title: string }): string {
  return shortName === "" ? beginningOf(title) : shortName;
}

/** A title that is short enough, or as many whole words of it as are, with an ellipsis. */
function beginningOf(title: string): string {
  if ([...title].length <= SHORT_NAME_CHARACTERS) return title;
  const kept: string[] = [];
  for (const word of title.split(/\s+/)) {
    if ([...kept, word].join(" ").length >= SHORT_NAME_CHARACTERS) break;
    kept.push(word);
  }
  while (kept.length > 1 && WANTING.has(kept.at(-1)?.toLowerCase() ?? "")) kept.pop();
  const words = kept.join(" ").replace(/[\p{Pd}\p{Po}]+$/u, "");
  return `${words || [...title].slice(0, SHORT_NAME_CHARACTERS - 1).join("")}…`;
}
