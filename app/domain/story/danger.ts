import type { StoryContent } from "./content.ts";
import { type Crisis, findCrisis } from "./crisis.ts";

/** Words of danger in anything that the author of a story wrote. */
export function storyDanger({ title, text, contentNote, easy }: StoryContent): Crisis {
  return findCrisis([title, text, contentNote, easy].join("\n\n"));
}
