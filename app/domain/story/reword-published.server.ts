import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { openContent } from "./sealed-story.server.ts";
import { NOT_IN_CLEAR } from "./story.ts";
import { needsSenior, needsTwo } from "./two-moderators.ts";

/**
 * Lets everybody read a published story as its author has just accepted it. One that two moderators have to look at
 * goes back to them first, and is off the page until then: one alone has read the new words.
 */
export async function rewordPublished(tx: Tx, keyring: Keyring, storyId: string, now: number): Promise<void> {
  const { stories, storyFacts } = tx.tables;
  const isPublished = and(eq(stories.id, storyId), eq(stories.state, "published"));
  const [row] = await tx.select().from(stories).where(isPublished);
  if (!row) return;
  const content = openContent(keyring, row);
  const { title, text, pullQuote, contentNote, easy } = content;
  if (!needsTwo(row) && !needsSenior(content)) {
    await tx.update(stories).set({ title, text, pullQuote, contentNote, easy }).where(isPublished);
    return;
  }
  await tx
    .update(stories)
    .set({
      ...{ state: "in_review", submittedAt: now, updatedAt: now },
      ...NOT_IN_CLEAR,
    })
    .where(isPublished);
  await tx
    .update(storyFacts)
    .set({ leftAt: now })
    .where(and(eq(storyFacts.storyId, storyId), isNull(storyFacts.leftAt)));
}
