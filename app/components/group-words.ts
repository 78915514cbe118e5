import type { GroupState } from "#db/tables/group.ts";
import type { ChipTone } from "./chip.tsx";

/** How those who run a group, and moderators, read its state. */
export const GROUP_STATE_WORDS: Record<GroupState, { words: string; tone: ChipTone }> = {
  in_review: { words: "With the moderators", tone: "waiting" },
  open: { words: "Public", tone: "ok" },
  rejected: { words: "Not let in", tone: "refused" },
  hidden: { words: "Hidden", tone: "refused" },
  closed: { words: "Closed", tone: "plain" },
};
