import type { StoryState } from "#db/tables/story.ts";

/** Who may move a story from one state to the next. */
export type StoryMover = "author" | "moderator" | "program";

/**
 * The states that follow each state, and who moves there. Withdrawing is its author's at any time, at once and for
 * ever; a moderator takes a published story down by `rejected`.
 */
export const STORY_TRANSITIONS: Record<StoryState, Partial<Record<StoryState, readonly StoryMover[]>>> = {
  draft: { in_review: ["author"], withdrawn: ["author"] },
  in_review: {
    published: ["moderator"],
    changes_requested: ["moderator"],
    rejected: ["moderator"],
    withdrawn: ["author"],
  },
  changes_requested: { in_review: ["author"], withdrawn: ["author"] },
  published: { rejected: ["moderator"], changes_requested: ["moderator"], withdrawn: ["author"] },
  rejected: { in_review: ["moderator"], withdrawn: ["author"] },
  withdrawn: {},
};

/** Those that everybody may read. */
export const READABLE_STATES = ["published"] as const satisfies StoryState[];
/** Those whose author may still change the text. */
export const EDITABLE_STATES = ["draft", "changes_requested"] as const satisfies StoryState[];

/** Whether somebody may move a story so. */
export function mayMoveStory(from: StoryState, to: StoryState, mover: StoryMover): boolean {
  return STORY_TRANSITIONS[from][to]?.includes(mover) ?? false;
}

/** Whether its author may change what it says. */
export function isEditable(state: StoryState): boolean {
  return EDITABLE_STATES.some((one) => one === state);
}
