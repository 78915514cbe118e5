import type { StandingHow, StandingState } from "#db/tables/letter.ts";
import { type Claim, declineWords, HOW_WORDS, STANDING_WORDS } from "./standing.ts";

interface Standing {
  claim: Claim;
  standing?: { state: StandingState; how: StandingHow; reason: string };
  showName: boolean;
}

/** What has become of a claim, for whoever made it; blank where nothing is claimed. */
export function standingWords({ claim, standing, showName }: Standing): { words: string; isShown: boolean } {
  if (!standing) return { words: "", isShown: false };
  switch (standing.state) {
    case "vouched": {
      const how = `It has been checked ${HOW_WORDS[standing.how]}.`;
      if (claim.onBehalf) return { words: `${how} The organisation stands under the letter.`, isShown: true };
      return showName
        ? { words: `${how} It stands beside your name.`, isShown: true }
        : { words: `${how} It would stand beside your name, which you do not show.`, isShown: false };
    }
    case "declined":
      return { words: `It is not shown. ${declineWords(standing.reason)}`, isShown: false };
    default:
      return { words: STANDING_WORDS[standing.state], isShown: false };
  }
}
