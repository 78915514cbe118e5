import type { StoryContent } from "#app/domain/story/content.ts";
import type { StoryStep } from "#app/domain/story/steps.ts";
import type { MarkedField } from "#app/domain/story/story-marks.ts";
import type { StoryState } from "#db/tables/story.ts";

interface StepWords {
  /** In the list of steps. */
  name: string;
  heading: string;
  lede: string;
}

const STEPS: Record<StoryStep, StepWords> = {
  who: {
    name: "Who you are",
    heading: "Who tells this story?",
    lede: "Nobody is named. Readers see “a parent”, for example.",
  },
  where: {
    name: "Where you live",
    heading: "Which council is it about?",
    lede: "Your postcode tells us which council runs education where you live. We do not keep it.",
  },
  court: {
    name: "Court, care or police",
    heading: "Is there, or was there ever, a court case?",
    lede: "A family court, care or police case about the child. We ask before you write, because the law protects children in such cases.",
  },
  text: {
    name: "Your story",
    heading: "What happened?",
    lede: "In your own words. It does not have to be good writing, and you can stop and go on another day.",
  },
  marks: {
    name: "Keeping your child safe",
    heading: "Could somebody recognise your child?",
    lede: "A computer has looked for names, schools, dates and places. It misses some and marks too many: you decide.",
  },
  facts: {
    name: "Facts, if you like",
    heading: "Some facts, if you like",
    lede: "All of it can be left out. It is never shown with your story: it is only added up with that of other families. If you work with children, it is not added up: that would count a family twice.",
  },
  quote: {
    name: "For the reader",
    heading: "Help people read it",
    lede: "All of it can be left out.",
  },
  topics: {
    name: "How readers find it",
    heading: "Help readers find your story",
    lede: "All of it can be left out. Readers can look for stories about one thing, like transport.",
  },
  consents: {
    name: "What we may do with it",
    heading: "What may we do with your story?",
    lede: "Tick only what you want. You can change each of them later, or take the whole story back.",
  },
  email: {
    name: "Your e-mail",
    heading: "Where do we reach you?",
    lede: "Only so that we can ask you, and so that you can take your story back. Nobody else gets it.",
  },
};

/** How a step is called. */
export function storyStepWords(step: StoryStep): StepWords {
  return STEPS[step];
}

/** Who tells it, as readers see it. */
export function tellerWords(teller: StoryContent["teller"]): string {
  switch (teller) {
    case "parent":
      return "a parent";
    case "carer":
      return "a carer";
    case "young_person":
      return "a young person";
    case "professional":
      return "somebody who works with children";
    case "":
      return "a family";
  }
}

/** What a state means to the author. */
export function storyStateWords(state: StoryState): { chip: string; sentence: string } {
  switch (state) {
    case "draft":
      return { chip: "Not sent yet", sentence: "Nobody but you has read it." };
    case "in_review":
      return {
        chip: "With the moderators",
        sentence: "A moderator reads it. No word is changed without your yes.",
      };
    case "published":
      return { chip: "Published", sentence: "Everybody can read it." };
    case "changes_requested":
      return {
        chip: "Waiting for you",
        sentence: "A moderator asks for a change before it can be published. Change it, then send it again.",
      };
    case "rejected":
      return { chip: "Not published", sentence: "A moderator has decided not to publish it." };
    case "withdrawn":
      return { chip: "Withdrawn", sentence: "It is gone from this site, and your address with it." };
  }
}

/** How a text of a story is headed where its marks are shown. */
export function markedFieldWords(field: MarkedField): string {
  switch (field) {
    case "title":
      return "Your title";
    case "text":
      return "Your story";
    case "contentNote":
      return "What people should know before they read";
    case "easy":
      return "Your story in easy words";
  }
}
