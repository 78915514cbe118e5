import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Site } from "../site.ts";
import { BLANK_STORY } from "./blank-story.ts";
import { takeBackConsents } from "./consents.server.ts";
import { deleteStories } from "./forget-stories.server.ts";
import { holdStory } from "./hold-story.server.ts";
import { findStoryLink } from "./story-links.server.ts";
import { withdrawStatementsTo } from "./withdraw-statement.server.ts";

/**
 * Takes a story back, at once and for ever: with this commit it is off every page, list and later pack, its words
 * and its author's address are blank, and every yes is taken back. Its facts are marked as having left, and leave
 * the sums by the rules of sums. What others said to it goes with it. A draft that was never sent is deleted.
 * `withdrawn` too where it was before.
 */
export async function withdrawStory(
  site: Pick<Site, "db">,
  token: string,
  now: number,
): Promise<"withdrawn" | "deleted" | "gone"> {
  return site.db.transaction("withdraw story", async (tx) => {
    const link = await findStoryLink(tx, token);
    const row = link && (await holdStory(tx, link.storyId));
    if (!row) return "gone";
    if (row.state === "withdrawn") return "withdrawn";
    if (row.state === "draft") {
      await deleteStories(tx, [row.id]);
      return "deleted";
    }
    const { stories, storyFacts } = tx.tables;
    await tx
      .update(stories)
      .set({ ...BLANK_STORY, reason: "", state: "withdrawn", withdrawnAt: now, updatedAt: now })
      .where(eq(stories.id, row.id));
    await tx
      .update(storyFacts)
      .set({ leftAt: now })
      .where(and(eq(storyFacts.storyId, row.id), isNull(storyFacts.leftAt)));
    await takeBackConsents(tx, { storyId: row.id, kept: [] }, now);
    await blankAround(tx, row.id);
    await withdrawStatementsTo(tx, [row.id], now);
    return "withdrawn";
  });
}

/** What moderators and others wrote beside it repeats its words. */
async function blankAround(tx: Tx, storyId: string): Promise<void> {
  const { storySuggestions, storyDecisions, storySharings, outbox } = tx.tables;
  await tx.update(storySharings).set({ request: "" }).where(eq(storySharings.storyId, storyId));
  await tx.update(storySuggestions).set({ content: "" }).where(eq(storySuggestions.storyId, storyId));
  await tx.update(storyDecisions).set({ note: "" }).where(eq(storyDecisions.storyId, storyId));
  await tx.delete(outbox).where(and(eq(outbox.rowId, storyId), eq(outbox.state, "queued")));
}
