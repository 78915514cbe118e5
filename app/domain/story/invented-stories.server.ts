import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { READABLE_STATES } from "./story.ts";

/** Whether some of what there is to read of a council is invented: then nothing real may stand beside it. */
export async function hasInventedStories(read: Reader, councilGss: string): Promise<boolean> {
  const { stories } = read.tables;
  const found = await read
    .select({ id: stories.id })
    .from(stories)
    .where(
      and(
        eq(stories.councilGss, councilGss),
        inArray(stories.state, [...READABLE_STATES]),
        eq(stories.isDemonstration, true),
      ),
    )
    .limit(1);
  return found.length > 0;
}
