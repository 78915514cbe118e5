import type { StoryUse } from "#db/tables/story.ts";
import { CURRENT_NOTICES, type Notice } from "../privacy/notices.ts";

/** What an author can let us do with a story, in the order in which it is asked. */
export const STORY_USES = [
  "publish",
  "representatives",
  "inspectorate",
  "journalists",
  "group",
] as const satisfies StoryUse[];

/** What stands beside the box of a use, and is kept with the yes to it. */
export function noticeOfUse(use: StoryUse): Notice {
  switch (use) {
    case "publish":
      return CURRENT_NOTICES.storyPublish;
    case "representatives":
      return CURRENT_NOTICES.storyRepresentatives;
    case "inspectorate":
      return CURRENT_NOTICES.storyInspectorate;
    case "journalists":
      return CURRENT_NOTICES.storyJournalists;
    case "group":
      return CURRENT_NOTICES.storyGroup;
  }
}

/** The uses of a form: each is a box of its own, `use_publish`. */
export function readUses(values: Readonly<Record<string, string | undefined>>): StoryUse[] {
  return STORY_USES.filter((use) => values[`use_${use}`] === "on");
}
