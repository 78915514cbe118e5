import { createHash } from "node:crypto";
import type { StoryContent } from "./content.ts";
import type { StoryStep } from "./steps.ts";

/** What one page of a story holds. */
export type StepPart = Partial<StoryContent>;

/** What stands on one page of a story at present. */
export function stepPart(step: StoryStep, content: StoryContent): StepPart {
  switch (step) {
    case "who":
      return { teller: content.teller };
    case "court":
      return { court: content.court };
    case "text":
    case "marks":
      return { title: content.title, text: content.text };
    case "facts": {
      const { need, ageBand, happened, monthsOut, money, miles, monthsWaited, tribunal } = content;
      return { need, ageBand, happened, monthsOut, money, miles, monthsWaited, tribunal };
    }
    case "quote":
      return { pullQuote: content.pullQuote, contentNote: content.contentNote, easy: content.easy };
    case "topics":
      return { topics: content.topics };
    case "where":
    case "consents":
    case "email":
      return {};
  }
}

/** A short name of what stands on a page: its form sends it back, so that another device's words are not lost. */
export function seenStep(step: StoryStep, content: StoryContent): string {
  return createHash("sha256")
    .update(JSON.stringify(stepPart(step, content)))
    .digest("base64url")
    .slice(0, 12);
}
