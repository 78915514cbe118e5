import type { Site } from "../site.ts";
import { holdStory } from "./hold-story.server.ts";
import { writeStory } from "./save-story-step.server.ts";
import { openContent } from "./sealed-story.server.ts";
import { isEditable } from "./story.ts";
import { replaceAllMarks, replaceMark } from "./story-marks.ts";

/**
 * Replaces one mark of a story, or all of them, as they are offered. Only where the story is still the one that its
 * author saw: on an `old` page a mark could stand for other words. `gone` where it can no longer be changed.
 */
export async function replaceMarks(
  site: Pick<Site, "db" | "keyring">,
  asked: { storyId: string; revision: number; mark: { field: string; index: number } | "all" },
  now: number,
): Promise<"replaced" | "old" | "gone"> {
  return site.db.transaction("replace marks of story", async (tx) => {
    const row = await holdStory(tx, asked.storyId);
    if (!row || !isEditable(row.state)) return "gone";
    if (row.revision !== asked.revision) return "old";
    const content = openContent(site.keyring, row);
    const changed = asked.mark === "all" ? replaceAllMarks(content) : replaceMark(content, asked.mark);
    if (!changed) return "old";
    await writeStory(tx, site, row, changed, {}, now);
    return "replaced";
  });
}
