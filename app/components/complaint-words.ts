import type { ComplaintState } from "#db/tables/moderation.ts";
import type { ChipTone } from "./chip.tsx";
import { londonDay, londonTime } from "./format.ts";

/** Where a complaint stands, to moderators. */
export const COMPLAINT_CHIPS: Record<ComplaintState, { words: string; tone: ChipTone }> = {
  waiting: { words: "Nobody asked yet", tone: "waiting" },
  author_asked: { words: "The author is asked", tone: "plain" },
  author_agreed: { words: "The author agrees: remove", tone: "refused" },
  author_disagreed: { words: "The author stands by it", tone: "waiting" },
  author_silent: { words: "No answer: remove", tone: "refused" },
  removed: { words: "Removed", tone: "ok" },
  kept: { words: "Stays", tone: "plain" },
  invalid: { words: "Not valid", tone: "plain" },
};

/** What has to be done next, and until when is said beside it. */
export const COMPLAINT_DUE: Partial<Record<ComplaintState, string>> = {
  waiting: "Write to the author",
  author_asked: "The author’s time ends",
  author_agreed: "Remove the words",
  author_disagreed: "Look whether name and address can be true, and close the matter",
  author_silent: "Remove the words",
};

/** Where a complaint stands, to whoever made it. */
export const COMPLAINT_TO_MAKER: Record<ComplaintState, string> = {
  waiting: "A moderator reads your complaint.",
  author_asked: "We have sent a copy to the author of the words and wait for the answer.",
  author_agreed: "The author agrees that the words are removed. A moderator sees to it.",
  author_disagreed: "The author stands by the words. They have not been removed. You have a mail about it.",
  author_silent: "The author has not answered, or need not be asked. A moderator sees to the words.",
  removed: "The words have been removed.",
  kept: "The words stay.",
  invalid: "Your complaint is not one that this procedure is for. You have a mail that says why.",
};

/** Lines of the log. */
const ACTION_WORDS: Record<string, string> = {
  received: "The complaint came in, and was acknowledged",
  author_asked: "The author was written to",
  author_agreed: "The author agreed to removal",
  author_disagreed: "The author stood by the words; whoever complained was told",
  author_silent: "Removal became due",
  removed: "The words were removed; whoever complained was told",
  kept: "The matter was closed; the words stay",
  invalid: "It was set aside",
};

/** Codes beside them. */
const DETAIL_WORDS: Record<string, string> = {
  held: "over a limit, so a moderator looks first",
  repeated: "taken down twice before on this complaint",
  no_author: "nobody runs it",
  no_mail: "no mail reached the author",
  no_answer: "no answer in time",
  false_details: "name or address plainly false",
  shares_details: "name and address may be passed on",
  keeps_details: "name and address may not be passed on",
  hidden: "it is hidden",
  passage: "the words are no longer in the text",
};

/** One line of a complaint's log in words. */
export function eventWords({ action, detail }: { action: string; detail: string }, reason: string): string {
  const more = DETAIL_WORDS[detail] ?? reason;
  return `${ACTION_WORDS[action] ?? action}${more === "" ? "" : `: ${more}`}`;
}

/** A deadline in words; one at midnight is named by the day that it ends. */
export function deadlineWords(at: number): string {
  const time = londonTime(at);
  return time === "00:00" ? `midnight at the end of ${londonDay(at - 1)}` : `${time} on ${londonDay(at)}`;
}
