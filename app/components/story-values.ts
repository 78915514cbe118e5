import type { StoryContent } from "#app/domain/story/content.ts";
import type { StoryUse } from "#db/tables/story.ts";

/** What stands in the forms of a story: one text a field, as a form sends it. */
export function storyValues(
  content: StoryContent,
  { email, uses }: { email: string; uses: readonly StoryUse[] },
): Record<string, string> {
  const { happened, topics, ...texts } = content;
  return {
    ...texts,
    email,
    ...Object.fromEntries(happened.map((value) => [`happened_${value}`, "on"])),
    ...Object.fromEntries(topics.map((value) => [`topic_${value}`, "on"])),
    ...Object.fromEntries(uses.map((use) => [`use_${use}`, "on"])),
  };
}
