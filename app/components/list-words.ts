import type { CampaignKind } from "#db/tables/campaign.ts";
import { figure } from "./format.ts";
import { kindWords } from "./kind-words.ts";

interface ListWords {
  kind: CampaignKind;
  count: number;
  state: "open" | "paused" | "closed" | "archived" | "rejected" | "answered" | "all";
  sort: "best" | "newest" | "week" | "closing";
  /** What was looked for. */
  q: string;
  /** Whom the list is about: "Kent County Council or a district council in Kent". */
  council?: string;
}

const STATES = {
  open: "open",
  paused: "paused",
  closed: "closed",
  archived: "archived",
  rejected: "rejected",
  answered: "answered",
  all: "published",
} as const;

/** How many a list holds, as a sentence: "3 open petitions to Kent County Council about “buses”". */
export function listWords({ kind, count, state, sort, q, council }: ListWords): string {
  const number = count === 0 ? "No" : figure(count);
  return [
    `${number} ${listed(kind, state, count)}`,
    council === undefined ? "" : ` to ${council}`,
    q === "" ? "" : ` about “${q}”`,
    sort === "week" ? " signed in the last week" : "",
  ].join("");
}

/** An open letter is open to everybody's eyes when it is closed too: what can be signed is said of it in other words. */
function listed(kind: CampaignKind, state: ListWords["state"], count: number): string {
  const { one, many } = kindWords(kind);
  const noun = count === 1 ? one : many;
  return kind === "letter" && state === "open" ? `${noun} to sign` : `${STATES[state]} ${noun}`;
}

/** What stands first in a list of several; blank where the order says nothing. */
export function orderWords({ count, sort }: Pick<ListWords, "count" | "sort">): string {
  if (count < 2) return "";
  switch (sort) {
    case "best":
      return "The best match first.";
    case "newest":
      return "The newest first.";
    case "week":
      return "The most signed in the last seven days first. Counted every hour.";
    case "closing":
      return "The one that closes soonest first.";
  }
}
