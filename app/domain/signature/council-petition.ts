import type { CampaignKind } from "#db/tables/campaign.ts";

/** Only a petition to a council asks for what its petition rules may want. */
export function isCouncilPetition({ kind, bodyKind }: { kind: CampaignKind; bodyKind: string }): boolean {
  return kind === "petition" && bodyKind === "council";
}
