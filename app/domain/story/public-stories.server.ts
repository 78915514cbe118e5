import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { STORIES_PER_PAGE } from "#app/policy-stories.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { StoryContent } from "./content.ts";
import { isUnder } from "./list-topics.server.ts";
import { openContent } from "./sealed-story.server.ts";
import { READABLE_STATES } from "./story.ts";
import type { StoryTopic } from "./topics.ts";

/** A story as everybody reads it: its words, who tells it, of which council, since when; none of its facts. */
export interface PublicStory {
  publicId: string;
  title: string;
  text: string;
  pullQuote: string;
  contentNote: string;
  /** Blank where there are no easy words. */
  easy: string;
  teller: StoryContent["teller"];
  councilGss: string;
  isDemonstration: boolean;
  publishedAt: number;
}

/** The story of a public address; `gone` where there was one that everybody could read, and it is no longer there. */
export async function findPublicStory(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<PublicStory | "gone" | undefined> {
  const { stories } = read.tables;
  const [row] = await read.select().from(stories).where(eq(stories.publicId, publicId));
  if (!row || row.publishedAt === null) return undefined;
  return READABLE_STATES.some((state) => state === row.state) ? asPublic(keyring, row) : "gone";
}

/** One page of the newest stories, of one council or of all, under one topic or any, and how many there are. */
export async function listPublicStories(
  read: Reader,
  keyring: Keyring,
  { councilGss, topic, page }: { councilGss?: string; topic?: StoryTopic; page: number },
): Promise<{ stories: PublicStory[]; total: number }> {
  const { stories } = read.tables;
  const isIn = and(
    inArray(stories.state, [...READABLE_STATES]),
    councilGss === undefined ? undefined : eq(stories.councilGss, councilGss),
    topic === undefined ? undefined : isUnder(read, topic),
  );
  const [counted] = await read
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(stories)
    .where(isIn);
  const rows = await read
    .select()
    .from(stories)
    .where(isIn)
    .orderBy(desc(stories.publishedAt), desc(stories.id))
    .limit(STORIES_PER_PAGE)
    .offset((page - 1) * STORIES_PER_PAGE);
  return { stories: rows.map((row) => asPublic(keyring, row)), total: counted?.total ?? 0 };
}

/** The councils of which there is a story to read. */
export async function listToldCouncils(
  read: Reader,
): Promise<{ gssCode: string; name: string; slug: string }[]> {
  const { stories, areas } = read.tables;
  return read
    .selectDistinct({ gssCode: areas.gssCode, name: areas.name, slug: areas.slug })
    .from(stories)
    .innerJoin(areas, eq(areas.gssCode, stories.councilGss))
    .where(inArray(stories.state, [...READABLE_STATES]))
    .orderBy(areas.name, areas.gssCode);
}

function asPublic(keyring: Keyring, row: Tables["stories"]["$inferSelect"]): PublicStory {
  const { publicId, title, text, pullQuote, contentNote, easy, councilGss, isDemonstration } = row;
  return {
    ...{ publicId, title, text, pullQuote, contentNote, easy, councilGss, isDemonstration },
    teller: openContent(keyring, row).teller,
    publishedAt: row.publishedAt ?? 0,
  };
}
