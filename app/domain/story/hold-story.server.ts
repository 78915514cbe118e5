import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** A story's row, held until the end of the transaction; undefined where it is not there (any more). */
export async function holdStory(
  tx: Tx,
  storyId: string,
): Promise<Tables["stories"]["$inferSelect"] | undefined> {
  const { stories } = tx.tables;
  const [held] = await tx.update(stories).set({ id: storyId }).where(eq(stories.id, storyId)).returning();
  return held;
}
