import { and, eq, inArray, like, type SQL, sql } from "drizzle-orm";
import { STORIES_PER_TOPIC } from "#app/policy-stories.ts";
import type { Reader } from "#db/database.ts";
import { READABLE_STATES } from "./story.ts";
import { type StoryTopic, storyTopic, TOPICS } from "./topics.ts";

/** What a list offers to be narrowed by, and what it is narrowed by. */
export interface TopicChoice {
  offered: { value: StoryTopic; label: string }[];
  topic: StoryTopic | undefined;
  /** Something was asked for under which fewer than five stories stand here: the whole list is shown instead. */
  isTooFew: boolean;
}

/**
 * The topics under which at least five published stories stand, of one council or of all, and whether what an address
 * asks for is one of them: fewer could say of a reader's neighbour what happened to them.
 */
export async function chooseTopic(
  read: Reader,
  { councilGss, asked }: { councilGss?: string; asked: string },
): Promise<TopicChoice> {
  const { stories } = read.tables;
  const counts = Object.fromEntries(
    TOPICS.map(({ value }) => [
      value,
      sql<number>`coalesce(sum(case when ${isUnder(read, value)} then 1 else 0 end), 0)`.mapWith(Number),
    ]),
  );
  const [counted] = await read
    .select(counts)
    .from(stories)
    .where(
      and(
        inArray(stories.state, [...READABLE_STATES]),
        councilGss === undefined ? undefined : eq(stories.councilGss, councilGss),
      ),
    );
  const offered = TOPICS.filter(({ value }) => Number(counted?.[value] ?? 0) >= STORIES_PER_TOPIC);
  const wanted = storyTopic(asked);
  const topic = offered.some(({ value }) => value === wanted) ? wanted : undefined;
  return { offered, topic, isTooFew: asked !== "" && topic === undefined };
}

/** Whether a story stands under a topic. */
export function isUnder(read: Reader, topic: StoryTopic): SQL {
  return like(read.tables.stories.topics, `%"${topic}"%`);
}
