import type { CampaignState } from "#db/tables/campaign.ts";

/** The one thing that whoever runs a campaign does next. */
export type NextStep =
  | "sign_it"
  | "find_supporters"
  | "submit"
  | "wait_for_review"
  | "make_changes"
  | "look_at_decision"
  | "pass_on"
  | "set_goal"
  | "wait_for_pause"
  | "hand_in"
  | "tell_outcome"
  | "nothing";

/** Where a campaign stands, as far as it decides what comes next. */
export interface Standing {
  state: CampaignState;
  /** Confirmed, before it opened the supporters. */
  count: number;
  goal: number;
  /** Supporters that are wanted before review. */
  needed: number;
  /** Whether the visitor's own signature counts. */
  hasSigned: boolean;
  /** Asks of which nothing is known to have become. */
  openAskCount: number;
}

/** What to do next. Signing it oneself comes before asking others to. */
export function nextStep({ state, count, goal, needed, hasSigned, openAskCount }: Standing): NextStep {
  switch (state) {
    case "gathering":
      if (count >= needed) return "submit";
      return hasSigned ? "find_supporters" : "sign_it";
    case "in_review":
      return "wait_for_review";
    case "changes_requested":
      return "make_changes";
    case "rejected":
    case "hidden":
      return "look_at_decision";
    case "open":
      if (!hasSigned) return "sign_it";
      return count >= goal ? "set_goal" : "pass_on";
    case "paused":
      return "wait_for_pause";
    case "closed":
      return "hand_in";
    case "archived":
      return openAskCount > 0 ? "tell_outcome" : "nothing";
    case "draft":
    case "removed":
      return "nothing";
  }
}
