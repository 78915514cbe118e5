import type { StatementKind, StatementState } from "#db/tables/story.ts";
import type { ChipTone } from "./chip.tsx";

/** How moderators and its writer see where a reply stands. */
export const STATEMENT_CHIPS: Record<StatementState, { words: string; tone: ChipTone }> = {
  unconfirmed: { words: "Not confirmed yet", tone: "waiting" },
  waiting: { words: "With the moderators", tone: "waiting" },
  published: { words: "Shown", tone: "ok" },
  accepted: { words: "Accepted", tone: "ok" },
  declined: { words: "Not shown", tone: "refused" },
  withdrawn: { words: "Taken back", tone: "plain" },
};

/** What is asked for, in two words. */
export const STATEMENT_KIND_WORDS: Record<StatementKind, string> = {
  correction: "A correction",
  statement: "A statement",
};
