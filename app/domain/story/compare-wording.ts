import type { ChangedPart } from "../campaign/compare-texts.ts";
import { compareWords } from "../campaign/compare-words.ts";
import type { StoryContent } from "./content.ts";
import type { Wording } from "./suggestions.server.ts";

const PARTS = [
  { field: "title", name: "The title" },
  { field: "text", name: "The story" },
  { field: "contentNote", name: "What people should know before they read" },
  { field: "easy", name: "The story in easy words" },
] as const;

/** The parts of a story that another wording would change, word by word, in the order of the page. */
export function compareWording(content: StoryContent, wording: Wording): ChangedPart[] {
  return PARTS.filter(({ field }) => content[field] !== wording[field]).map(({ field, name }) => ({
    name,
    runs: compareWords(content[field], wording[field]),
  }));
}
