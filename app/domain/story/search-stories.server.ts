import { and, desc, eq, inArray, like, ne, or, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { StoryState } from "#db/tables/story.ts";
import { READABLE_STATES } from "./story.ts";

/** A story that a moderator was looking for. */
export interface SoughtStory {
  publicId: string;
  /** As everybody reads it; blank where nobody does now. */
  title: string;
  /** The council's short name, or blank. */
  council: string;
  state: StoryState;
}

/** More words than that narrow nothing. */
const WORDS_AT_MOST = 8;

/**
 * The stories that a moderator means, newest first, one page at most: by the ten characters of an address (alone, or
 * in an address that was pasted), in any state but never sent; or published ones by words of their title.
 */
export async function searchStories(read: Reader, sought: string): Promise<SoughtStory[]> {
  const { stories, areas } = read.tables;
  const publicId = /(?:^|\/stories\/)([0-9a-z]{10})(?:[/?#]|$)/.exec(sought.trim().toLowerCase())?.[1];
  const words = sought
    .toLowerCase()
    .split(/[\s%_\\]+/)
    .filter((word) => word !== "")
    .slice(0, WORDS_AT_MOST);
  if (words.length === 0) return [];
  const hasWords = and(
    inArray(stories.state, [...READABLE_STATES]),
    ...words.map((word) => like(sql`lower(${stories.title})`, `%${word}%`)),
  );
  const rows = await read
    .select({
      ...{ publicId: stories.publicId, title: stories.title },
      ...{ council: areas.shortName, state: stories.state },
    })
    .from(stories)
    .leftJoin(areas, eq(areas.gssCode, stories.councilGss))
    .where(
      and(
        ne(stories.state, "draft"),
        publicId === undefined ? hasWords : or(eq(stories.publicId, publicId), hasWords),
      ),
    )
    .orderBy(desc(stories.publishedAt), desc(stories.id))
    .limit(PAGE_LENGTH);
  return rows.map((row) => ({ ...row, council: row.council ?? "" }));
}
