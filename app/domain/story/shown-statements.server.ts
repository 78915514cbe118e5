import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** A statement as everybody reads it: never who wrote it by name, nor from which address. */
export interface ShownStatement {
  publicId: string;
  words: string;
  role: string;
  organisation: string;
  /** Confirmed from the council's own domain. */
  isOfficial: boolean;
  publishedAt: number;
}

/** So many stand beside one story or one council's page at most: the oldest. */
const SHOWN = 20;

/**
 * What stands beside the story of a public id, or beside all that families tell of a council, oldest first. Whether
 * the story can be read is for its page to say.
 */
export async function listShownStatements(
  read: Reader,
  about: { storyPublicId: string } | { councilGss: string },
): Promise<ShownStatement[]> {
  const { storyStatements, stories } = read.tables;
  const isHere =
    "storyPublicId" in about
      ? eq(stories.publicId, about.storyPublicId)
      : and(eq(storyStatements.storyId, ""), eq(storyStatements.councilGss, about.councilGss));
  const rows = await read
    .select({ statement: storyStatements })
    .from(storyStatements)
    .leftJoin(stories, eq(stories.id, storyStatements.storyId))
    .where(and(isHere, eq(storyStatements.state, "published")))
    .orderBy(asc(storyStatements.publishedAt), asc(storyStatements.id))
    .limit(SHOWN);
  return rows.map(
    ({ statement: { publicId, words, writerRole, organisation, isOfficial, publishedAt } }) => ({
      ...{ publicId, words, role: writerRole, organisation, isOfficial, publishedAt: publishedAt ?? 0 },
    }),
  );
}
