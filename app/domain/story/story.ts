import type { StoryState } from "#db/tables/story.ts";

/** Who may move a story from one state to the next. */
export type StoryMover = "author" | "moderator" | "program";

/**
 * The states that follow each state, and who moves there. Withdrawing is its author's at any time, at once and for
 * ever; so is changing what was sent, which takes it off the page until moderators have read it again. A moderator
 * takes a published story down by `rejected`.
 */
export const STORY_TRANSITIONS: Record<StoryState, Partial<Record<StoryState, readonly StoryMover[]>>> = {
  draft: { in_review: ["author"], withdrawn: ["author"] },
  in_review: {
    published: ["moderator"],
    changes_requested: ["moderator", "author"],
    rejected: ["moderator"],
    withdrawn: ["author"],
  },
  changes_requested: { in_review: ["author"], withdrawn: ["author"] },
  published: { rejected: ["moderator"], changes_requested: ["author"], withdrawn: ["author"] },
  rejected: { in_review: ["moderator", "author"], withdrawn: ["author"] },
  withdrawn: {},
};

/** Those that everybody may read. */
export const READABLE_STATES = ["published"] as const satisfies StoryState[];
/** Those whose author may still change the text. */
export const EDITABLE_STATES = ["draft", "changes_requested"] as const satisfies StoryState[];

/** The reason of a story that its author has taken up again to change it, as long as it is not sent. */
export const TAKEN_UP = "by_author";
/** The reason of one that waits for another moderator than the one who rejected it. */
export const APPEALED = "appealed";
/** What the row of a story says in clear while nobody may read it. */
export const NOT_IN_CLEAR = {
  ...{ title: "", text: "", pullQuote: "", contentNote: "", easy: "", topics: "" },
} as const;

/** Whether somebody may move a story so. */
export function mayMoveStory(from: StoryState, to: StoryState, mover: StoryMover): boolean {
  return STORY_TRANSITIONS[from][to]?.includes(mover) ?? false;
}

/** Whether its author may change what it says. */
export function isEditable(state: StoryState): boolean {
  return EDITABLE_STATES.some((one) => one === state);
}
