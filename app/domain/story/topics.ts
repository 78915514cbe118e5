import { HAPPENINGS, NEEDS } from "./facts.ts";

/**
 * Under what readers can find a story: what happened, and the need. Its author ticks those that the story's own words
 * say already; the facts, which are only added up, have no part in it. "Other" leads nobody anywhere.
 */
export const HAPPENING_TOPICS = HAPPENINGS.filter(({ value }) => value !== "other").map(
  ({ value, label }) => ({
    value: `what-${value}` as const,
    label,
  }),
);
export const NEED_TOPICS = NEEDS.filter(({ value }) => value !== "other").map(({ value, label }) => ({
  value: `need-${value}` as const,
  label,
}));
export const TOPICS = [...HAPPENING_TOPICS, ...NEED_TOPICS];

export type StoryTopic = (typeof TOPICS)[number]["value"];

/** The topic of an address or a form, or undefined. */
export function storyTopic(text: string): StoryTopic | undefined {
  return TOPICS.find(({ value }) => value === text)?.value;
}

/** How a topic reads. */
export function topicLabel(topic: StoryTopic): string {
  return TOPICS.find(({ value }) => value === topic)?.label ?? "";
}

/** The topics of a form; each is a box of its own, `topic_what-transport`. */
export function readTopics(values: Readonly<Record<string, string | undefined>>): StoryTopic[] {
  return TOPICS.filter(({ value }) => values[`topic_${value}`] === "on").map(({ value }) => value);
}
