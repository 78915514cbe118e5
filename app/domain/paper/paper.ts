import type { CampaignState } from "#db/tables/campaign.ts";
import type { Place } from "../privacy/keyring.server.ts";

/** Signatures on paper are typed in while people sign and for as long after as it takes to count them. */
export const PAPER_STATES = ["open", "paused", "closed"] as const satisfies CampaignState[];

/** Where what stands on paper is kept encrypted. */
export function paperPlace(rowId: string, column: "name" | "postcode"): Place {
  return { table: "paper_signatures", column, rowId };
}
