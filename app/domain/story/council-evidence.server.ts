import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { READABLE_STATES } from "./story.ts";
import type { StorySum } from "./sum.ts";
import { storySum } from "./sum-stories.server.ts";

/** What families have told of one council. */
export interface CouncilEvidence {
  /** Stories to read there now; the sum is of those that were there when it last moved. */
  storyCount: number;
  sum?: StorySum & { summedAt: number };
}

/** How many stories of a council there are to read, and what they add up to where that is shown. */
export async function findEvidence(read: Reader, gssCode: string): Promise<CouncilEvidence> {
  const { stories } = read.tables;
  const isHere = and(eq(stories.councilGss, gssCode), inArray(stories.state, [...READABLE_STATES]));
  const [counted] = await read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(stories)
    .where(isHere);
  return { storyCount: counted?.count ?? 0, sum: await storySum(read, gssCode) };
}
