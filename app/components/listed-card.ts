import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import type { CampaignCardProps } from "./campaign-card.tsx";
import { kindWords } from "./kind-words.ts";

export interface ListedInCard {
  kind: CampaignKind;
  slug: string;
  title: string;
  bodyName: string;
  goal: number;
  state: CampaignState;
  signatureCount: number;
}

/**
 * A petition or an open letter as a card of a list. What is open goes without saying; what was rejected has no goal to
 * reach, and no letter has one.
 */
export function listedCard(
  campaign: ListedInCard,
  { level = 3, note }: { level?: 2 | 3; note?: string } = {},
): CampaignCardProps {
  const { kind, title, bodyName, goal, state, signatureCount } = campaign;
  return {
    href: publicCampaignPath(campaign),
    title,
    addressedTo: `${kindWords(kind).One} to ${bodyName}`,
    count: signatureCount,
    goal: state === "rejected" || kind === "letter" ? undefined : goal,
    state: stateChip(state),
    level,
    note,
  };
}

function stateChip(state: CampaignState): CampaignCardProps["state"] {
  if (state === "open") return undefined;
  if (state === "paused") return { words: "Paused", tone: "waiting" };
  if (state === "rejected") return { words: "Rejected", tone: "refused" };
  return { words: "Closed" };
}
