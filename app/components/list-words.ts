import { figure } from "./format.ts";

interface ListWords {
  count: number;
  state: "open" | "paused" | "closed" | "archived" | "rejected" | "answered" | "all";
  sort: "best" | "newest" | "week" | "closing";
  /** What was looked for. */
  q: string;
  /** Whom the list is about: "Kent County Council or a district council in Kent". */
  council?: string;
}

const KIND = {
  open: "open petition",
  paused: "paused petition",
  closed: "closed petition",
  archived: "archived petition",
  rejected: "rejected petition",
  answered: "answered petition",
  all: "published petition",
} as const;

/** How many a list holds, as a sentence: "3 open petitions to Kent County Council about “buses”". */
export function listWords({ count, state, sort, q, council }: ListWords): string {
  const number = count === 0 ? "No" : figure(count);
  return [
    `${number} ${KIND[state]}${count === 1 ? "" : "s"}`,
    council === undefined ? "" : ` to ${council}`,
    q === "" ? "" : ` about “${q}”`,
    sort === "week" ? " signed in the last week" : "",
  ].join("");
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
