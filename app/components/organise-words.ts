import type { AskOutcome, CampaignState } from "#db/tables/campaign.ts";
import type { Mover, ProposalState } from "#db/tables/history.ts";
import type { ChipTone } from "./chip.tsx";

/** How those who run a campaign read its state. */
export const STATE_WORDS: Record<CampaignState, { words: string; tone: ChipTone }> = {
  draft: { words: "Draft", tone: "plain" },
  gathering: { words: "Looking for supporters", tone: "waiting" },
  in_review: { words: "With the moderators", tone: "waiting" },
  changes_requested: { words: "Changes are asked for", tone: "waiting" },
  rejected: { words: "Rejected", tone: "refused" },
  hidden: { words: "Hidden", tone: "refused" },
  removed: { words: "Removed", tone: "refused" },
  open: { words: "Open", tone: "ok" },
  paused: { words: "Paused", tone: "waiting" },
  closed: { words: "Closed", tone: "plain" },
  archived: { words: "Closed and archived", tone: "plain" },
};

/** What happened to a campaign, in a short sentence, by the state that it came to. */
export function moveWords({ from, to }: { from: CampaignState; to: CampaignState }): string {
  switch (to) {
    case "draft":
      return "Begun";
    case "gathering":
      return from === "hidden" ? "Put back" : "Started to look for supporters";
    case "in_review":
      if (from === "rejected" || from === "hidden") return "Put back, to be looked at again";
      return "Sent to the moderators";
    case "changes_requested":
      return from === "hidden" ? "Put back" : "Changes were asked for";
    case "rejected":
      return from === "hidden" ? "Put back" : "Rejected";
    case "hidden":
      return "Hidden";
    case "removed":
      return "Removed";
    case "open":
      if (from === "in_review") return "Published";
      return from === "paused" ? "Signing went on" : from === "closed" ? "Opened again" : "Put back";
    case "paused":
      return from === "hidden" ? "Put back" : "Signing was paused";
    case "closed":
      return from === "hidden" ? "Put back" : "Closed";
    case "archived":
      return from === "hidden" ? "Put back" : "Archived";
  }
}

/** Who did it; of those who look after the site nobody by name. */
export const MOVER_WORDS: Record<Mover, string> = {
  organiser: "by those who run it",
  moderator: "by a moderator",
  admin: "by those who run the site",
  program: "by itself",
};

/** Where something stands that waits for a moderator, or did. */
export const PROPOSAL_WORDS: Record<ProposalState, { words: string; tone: ChipTone }> = {
  waiting: { words: "Waits for a moderator", tone: "waiting" },
  accepted: { words: "In public", tone: "ok" },
  declined: { words: "Declined", tone: "refused" },
  withdrawn: { words: "Taken back", tone: "plain" },
};

/** What became of an ask, in a word or two. */
export const OUTCOME_WORDS: Record<AskOutcome, { words: string; tone: ChipTone }> = {
  open: { words: "Not answered", tone: "waiting" },
  promised: { words: "Promised", tone: "ok" },
  partly: { words: "Partly done", tone: "ok" },
  refused: { words: "Refused", tone: "refused" },
  done: { words: "Done", tone: "ok" },
};
