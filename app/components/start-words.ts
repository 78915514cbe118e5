import type { DraftStep } from "#app/domain/campaign/draft.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";

/** What a step is called in lists, asks at its top, and says below. */
export interface StepWords {
  name: string;
  heading: string;
  lede: string;
}

/** The words of a step for a kind of campaign. */
export function stepWords(kind: CampaignKind, step: DraftStep): StepWords {
  return (kind === "letter" ? OF_LETTERS[step] : undefined) ?? STEP_WORDS[step];
}

const STEP_WORDS: Record<DraftStep, StepWords> = {
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
  to: {
    name: "Whom it goes to",
    heading: "Whom is it addressed to?",
    lede: "Name the people or offices who should read it and answer, and who gets a copy. A moderator checks each one.",
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

const OF_LETTERS: Partial<Record<DraftStep, StepWords>> = {
  title: {
    name: "Title",
    heading: "What is the letter about?",
    lede: "One line that people understand at once, above the letter and in lists. You can change it later.",
  },
  whom: {
    name: "Who should act",
    heading: "Who can act on it?",
    lede: "The council or the body that decides. If you are not sure, tell us what it is about and your postcode. Whom you greet by name comes next.",
  },
  why: {
    name: "The letter",
    heading: "What does it say?",
    lede: "Write it as you would send it. We set it as a letter, with everybody’s names below.",
  },
  asks: {
    name: "What you ask for",
    heading: "What do you ask for?",
    lede: "They stand numbered at the end of the letter, and can be answered one by one. We show what becomes of each.",
  },
  you: {
    name: "You",
    heading: "Who are you?",
    lede: "A letter needs a name behind it. Your e-mail address is never shown.",
  },
};
