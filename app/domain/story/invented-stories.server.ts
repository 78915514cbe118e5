import { and, asc, eq, inArray } from "drizzle-orm";
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

/** The councils of which there are or were invented stories, so that what is added up of them is of nobody. */
export async function listInventedCouncils(read: Reader): Promise<string[]> {
  const { stories } = read.tables;
  const rows = await read
    .selectDistinct({ gssCode: stories.councilGss })
    .from(stories)
    .where(eq(stories.isDemonstration, true))
    .orderBy(asc(stories.councilGss));
  return rows.map(({ gssCode }) => gssCode);
}
