import type { ProposeOutcome } from "../domain/campaign/propose-change.server.ts";

/** Why a change was not taken, to whoever proposed it. */
export const PROPOSE_PROBLEMS: Record<Exclude<ProposeOutcome, "proposed">, string> = {
  unchanged: "Nothing is different from what is there now.",
  already_waiting: "A change waits for a moderator already. Take it back first if you want another.",
  answered_ask:
    "An ask that has been answered must stay in its place, in the same words. You can add others after it.",
  changed_meanwhile: "The text has changed meanwhile. Look at it again, and change it once more.",
  too_many: "That is enough for today. Try again tomorrow.",
  not_now: "It has moved on meanwhile, so this cannot be done any more.",
};
