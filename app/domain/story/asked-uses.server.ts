import type { Reader } from "#db/database.ts";
import type { StoryUse } from "#db/tables/story.ts";
import { noticeWords } from "../privacy/notices.ts";
import { findStoryGroup } from "./consents.server.ts";
import { noticeOfUse, STORY_USES } from "./uses.ts";

/** What an author is asked to allow, in the words of today; a group only where there is one that may ask. */
export async function askedUses(
  read: Reader,
  { campaignId }: { campaignId: string },
): Promise<{ use: StoryUse; words: string }[]> {
  const group = await findStoryGroup(read, campaignId);
  return STORY_USES.filter((use) => use !== "group" || group !== undefined).map((use) => ({
    use,
    words: noticeWords(noticeOfUse(use), group?.name ?? ""),
  }));
}
