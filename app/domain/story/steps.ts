import type { StoryUse } from "#db/tables/story.ts";
import type { StoryContent } from "./content.ts";

/** The pages on which a story is told, in order: the question about courts comes before any word of it. */
export const STORY_STEPS = [
  "who",
  "where",
  "court",
  "text",
  "marks",
  "facts",
  "quote",
  "topics",
  "consents",
  "email",
] as const;
export type StoryStep = (typeof STORY_STEPS)[number];

/** The step of an address, or undefined. */
export function storyStep(text = ""): StoryStep | undefined {
  return STORY_STEPS.find((step) => step === text);
}

/** The step that follows; after the last one comes the check. */
export function stepAfter(step: StoryStep): StoryStep | "check" {
  return STORY_STEPS[STORY_STEPS.indexOf(step) + 1] ?? "check";
}

/** A story as far as it has been told: what gaps are looked for in. */
export interface ToldSoFar {
  content: Pick<StoryContent, "teller" | "court" | "title" | "text">;
  councilGss: string;
  email: string;
  uses: readonly StoryUse[];
}

/** Something without which a story cannot be sent, and the step that asks for it. */
export interface StoryGap {
  step: StoryStep;
  words: string;
}

/** What is still missing, in the order of the steps. */
export function storyGaps({ content, councilGss, email, uses }: ToldSoFar): StoryGap[] {
  const gaps: (StoryGap | false)[] = [
    content.teller === "" && { step: "who", words: "Who tells it" },
    councilGss === "" && { step: "where", words: "Which council it is about" },
    content.court === "" && { step: "court", words: "Whether there was a court, care or police case" },
    (content.title === "" || content.text === "") && { step: "text", words: "The story, with a title" },
    !uses.includes("publish") && { step: "consents", words: "Your yes to publishing it here" },
    email === "" && { step: "email", words: "Your e-mail address, which nobody sees" },
  ];
  return gaps.filter((gap) => gap !== false);
}

/** The steps that need nothing more. */
export function doneStorySteps(told: ToldSoFar, facts: StoryContent): StoryStep[] {
  const missing = new Set(storyGaps(told).map(({ step }) => step));
  const hasFacts = facts.need !== "" || facts.happened.length > 0 || facts.monthsOut !== "";
  const hasMore = facts.pullQuote !== "" || facts.contentNote !== "" || facts.easy !== "";
  return STORY_STEPS.filter((step) => {
    if (step === "facts") return hasFacts;
    if (step === "quote") return hasMore;
    if (step === "topics") return facts.topics.length > 0;
    return step !== "marks" && !missing.has(step);
  });
}
