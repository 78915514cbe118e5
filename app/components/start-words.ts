import type { DraftStep } from "#app/domain/campaign/draft.ts";

/** What each step is called in lists, asks at its top, and says below. */
export const STEP_WORDS: Record<DraftStep, { name: string; heading: string; lede: string }> = {
  title: {
    name: "Title",
    heading: "What should happen?",
    lede: "One line that people understand at once. You can change it later.",
  },
  asks: {
    name: "What you ask for",
    heading: "What do you ask for?",
    lede: "Things that somebody can say yes or no to. We show what becomes of each.",
  },
  why: {
    name: "Why",
    heading: "Why does it matter?",
    lede: "Write as you would tell a neighbour. Nobody minds spelling.",
  },
  whom: {
    name: "Who should act",
    heading: "Who should act?",
    lede: "If you are not sure, tell us what it is about and your postcode: we know which council runs what.",
  },
  you: {
    name: "You",
    heading: "Who are you?",
    lede: "A petition needs a name behind it. Your e-mail address is never shown.",
  },
  goal: {
    name: "How many, how long",
    heading: "How many people, and how long?",
    lede: "A small goal that is reached helps more than a large one that is not. You can raise it at any time.",
  },
  picture: {
    name: "Picture",
    heading: "Have you a picture?",
    lede: "You need none. Show no child whose family has not said yes.",
  },
  easy: {
    name: "Easy Read",
    heading: "Can you say it in easy words?",
    lede: "You need not. It lets more people sign, people with a learning disability among them.",
  },
};
