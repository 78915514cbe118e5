import type { ProposeGroupOutcome } from "../domain/group/propose-group-change.server.ts";

/** Why a change of a group does not wait for a moderator, to whoever sent it. */
export const PROPOSE_GROUP_PROBLEMS: Record<Exclude<ProposeGroupOutcome, "proposed">, string> = {
  unchanged: "Nothing would change.",
  too_many: "That is enough changes for today. Please go on tomorrow.",
  not_now: "The group takes no changes now.",
};
