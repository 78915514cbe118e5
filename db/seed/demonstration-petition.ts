import type { Spread } from "./homes.ts";
import type { CampaignDraft } from "./insert-campaign.server.ts";

/** A petition of the demonstration: what is written in it, how long it has run, who signs. */
export interface DemonstrationPetition
  extends Pick<
    CampaignDraft,
    | "slug"
    | "bodyKind"
    | "bodyName"
    | "bodyGss"
    | "organiserName"
    | "askClause"
    | "shortName"
    | "goal"
    | "texts"
    | "asks"
  > {
  /** Days from the day it opened to the day of the demonstration. */
  openedDaysAgo: number;
  /** Days from the day of the demonstration to its last day; negative for a closed one. */
  closesInDays: number;
  spread: Spread;
}
