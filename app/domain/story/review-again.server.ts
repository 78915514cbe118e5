import { and, eq, ne } from "drizzle-orm";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { isOwnStory } from "./own-story.server.ts";

/**
 * Puts a story that was rejected or taken down back among those that wait: it is read and decided anew.
 * `not_rejected` where that has happened, or its words are kept no longer.
 */
export async function reviewAgain(
  site: Pick<Site, "db">,
  { publicId, moderatorId }: { publicId: string; moderatorId: string },
  now: number,
): Promise<"waiting" | "own_story" | "not_rejected"> {
  return site.db.transaction("review story again", async (tx) => {
    const { stories } = tx.tables;
    const isRejected = and(
      eq(stories.publicId, publicId),
      eq(stories.state, "rejected"),
      ne(stories.content, ""),
    );
    const [found] = await tx.select().from(stories).where(isRejected);
    if (!found) return "not_rejected";
    if (await isOwnStory(tx, found, moderatorId)) return "own_story";
    const back = await tx
      .update(stories)
      .set({ state: "in_review", submittedAt: now, updatedAt: now })
      .where(isRejected)
      .returning({ id: stories.id });
    if (back.length === 0) return "not_rejected";
    const entry = { accountId: moderatorId, action: "review_story_again", subject: found.id, detail: "" };
    await appendAudit(tx, entry, now);
    return "waiting";
  });
}
