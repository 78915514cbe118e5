import { and, eq, isNull } from "drizzle-orm";
import type { Site } from "../site.ts";
import { holdStory } from "./hold-story.server.ts";
import { NOT_IN_CLEAR, TAKEN_UP } from "./story.ts";
import { findStoryLink } from "./story-links.server.ts";

/**
 * Gives a story that was sent or published back to its author, to change it: with this commit it is with no
 * moderator and on no page, and its facts leave the sums by the rules of sums. Sent again, it is read anew.
 * `not_now` where it cannot be changed, or can be already; `gone` for a link that is nobody's, or not its author's.
 */
export async function takeUpAgain(
  site: Pick<Site, "db">,
  token: string,
  now: number,
): Promise<"taken_up" | "not_now" | "gone"> {
  return site.db.transaction("take up story again", async (tx) => {
    const { stories, storyFacts } = tx.tables;
    const link = await findStoryLink(tx, token);
    const row = link && link.way !== "draft" ? await holdStory(tx, link.storyId) : undefined;
    if (!row) return "gone";
    if (row.state !== "in_review" && row.state !== "published") return "not_now";
    await tx
      .update(stories)
      .set({ ...NOT_IN_CLEAR, state: "changes_requested", reason: TAKEN_UP, updatedAt: now })
      .where(eq(stories.id, row.id));
    await tx
      .update(storyFacts)
      .set({ leftAt: now })
      .where(and(eq(storyFacts.storyId, row.id), isNull(storyFacts.leftAt)));
    return "taken_up";
  });
}
