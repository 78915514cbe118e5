import type { NamedRecipientState } from "#db/tables/letter.ts";
import type { ChipTone } from "./chip.tsx";

/** How each state of somebody named reads. */
export const RECIPIENT_CHIPS: Record<NamedRecipientState, { words: string; tone: ChipTone }> = {
  waiting: { words: "Waits for a moderator", tone: "waiting" },
  accepted: { words: "Checked", tone: "ok" },
  declined: { words: "Not taken", tone: "refused" },
  withdrawn: { words: "Taken off", tone: "plain" },
};
