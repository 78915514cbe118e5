import { compareWords, type WordRun } from "./compare-words.ts";
import type { TextContent } from "./text-content.ts";

/** One part of a text that reads otherwise than before. */
export interface ChangedPart {
  /** Which part: "Title", "Ask 2". */
  name: string;
  runs: WordRun[];
}

/** The parts of two texts that differ, in the order of the page. */
export function compareTexts(before: TextContent, after: TextContent): ChangedPart[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...now.keys(), ...old.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name) ?? "", now.get(name) ?? ""];
    return was === is ? [] : [{ name, runs: compareWords(was, is) }];
  });
}

function partsOf({ en, easy, asks, askClause, shortName, letter }: TextContent): Map<string, string> {
  return new Map([
    ["Title", en.title],
    ["Place", letter?.place ?? ""],
    ["Date", letter?.datedOn ?? ""],
    ["Greeting", letter?.salutation ?? ""],
    ...asks.map((text, index): [string, string] => [`Ask ${index + 1}`, text]),
    ["What it asks, in one clause", askClause],
    ["Its name in a few words", shortName],
    [letter ? "The letter" : "Why", en.why],
    ["Close", letter?.close ?? ""],
    ["More background", en.more],
    ["Easy Read: title", easy?.title ?? ""],
    ["Easy Read: why", easy?.why ?? ""],
    ["Easy Read: more background", easy?.more ?? ""],
  ]);
}
