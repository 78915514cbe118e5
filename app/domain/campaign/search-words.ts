import { foldWords } from "../area/fold-words.ts";

/** Words that say nothing of what a text is about. Source: the stop words of Snowball's English stemmer. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
  its itself they them their theirs themselves what which who whom this that these those am is are was were be been
  being have has had having do does did doing a an the and but if or because as until while of at by for with about
  against between into through during before after above below to from up down in out on off over under again further
  then once here there when where why how all any both each few more most other some such no nor not only own same so
  than too very s t can will just don should now`.split(/\s+/),
);

/** Longer than any word; what is longer is not kept. */
const LONGEST_WORD = 40;
/** Words of a search that are looked for; who types more does not wait for all of them. */
const WORDS_SOUGHT = 8;

/** A text as the index keeps it: its words in order, lower case, without accents and punctuation. */
export function indexedText(text: string): string {
  return foldWords(text)
    .split(" ")
    .filter((word) => word.length <= LONGEST_WORD)
    .join(" ");
}

/** The different words that make texts out, sorted; common ones say nothing and are left out. */
export function tellingWords(...texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => indexedText(text).split(" ")));
  return [...words].filter((word) => word !== "" && !COMMON_WORDS.has(word)).sort();
}

/** What a search looks for: its telling words as they were typed first, each once. None, where it has none. */
export function soughtWords(q: string): string[] {
  const words = new Set(indexedText(q).split(" "));
  return [...words].filter((word) => word !== "" && !COMMON_WORDS.has(word)).slice(0, WORDS_SOUGHT);
}
