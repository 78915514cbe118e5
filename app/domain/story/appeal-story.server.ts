import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { StoryState } from "#db/tables/story.ts";
import type { Site } from "../site.ts";
import { holdStory } from "./hold-story.server.ts";
import { APPEALED } from "./story.ts";
import { findStoryLink } from "./story-links.server.ts";

/**
 * Puts a story that was rejected or taken down before another moderator, because its author asks for it: whoever
 * decided so does not decide again. `not_now` where two have decided so already, or it was not rejected.
 */
export async function appealStory(
  site: Pick<Site, "db">,
  token: string,
  now: number,
): Promise<"appealed" | "not_now" | "gone"> {
  return site.db.transaction("appeal story", async (tx) => {
    const { stories } = tx.tables;
    const link = await findStoryLink(tx, token);
    const row = link && link.way !== "draft" ? await holdStory(tx, link.storyId) : undefined;
    if (!row) return "gone";
    if (row.content === "" || !(await mayAppealStory(tx, row))) return "not_now";
    await tx
      .update(stories)
      .set({ state: "in_review", reason: APPEALED, submittedAt: now, updatedAt: now })
      .where(eq(stories.id, row.id));
    return "appealed";
  });
}

/** Whether its author can ask for another moderator: it was rejected, by nobody but one. */
export async function mayAppealStory(
  read: Reader,
  { id, state }: { id: string; state: StoryState },
): Promise<boolean> {
  return state === "rejected" && (await listRejecters(read, id)).length === 1;
}

/** The accounts of those who have rejected a story or taken it down. */
export async function listRejecters(read: Reader, storyId: string): Promise<string[]> {
  const { storyDecisions } = read.tables;
  const rows = await read
    .selectDistinct({ accountId: storyDecisions.accountId })
    .from(storyDecisions)
    .where(
      and(eq(storyDecisions.storyId, storyId), inArray(storyDecisions.decision, ["reject", "take_down"])),
    )
    .orderBy(asc(storyDecisions.accountId));
  return rows.map(({ accountId }) => accountId);
}
