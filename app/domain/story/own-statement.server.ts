import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { isOwnStory } from "./own-story.server.ts";

/** Whether an account's address wrote a reply, or told the story that it is about: nobody decides between the two. */
export async function isOwnStatement(
  read: Reader,
  { addressHash, storyId }: { addressHash: string; storyId: string },
  accountId: string,
): Promise<boolean> {
  if (await isOwnStory(read, { addressHash }, accountId)) return true;
  if (storyId === "") return false;
  const { stories } = read.tables;
  const [story] = await read
    .select({ addressHash: stories.addressHash })
    .from(stories)
    .where(eq(stories.id, storyId));
  return story !== undefined && isOwnStory(read, story, accountId);
}
