import type { CampaignState } from "#db/tables/campaign.ts";
import type { CampaignCardProps } from "./campaign-card.tsx";

interface ListedPetition {
  slug: string;
  title: string;
  bodyName: string;
  goal: number;
  state: CampaignState;
  signatureCount: number;
}

/** A petition as a card of a list. What is open goes without saying; what was rejected has no goal to reach. */
export function petitionCard(
  petition: ListedPetition,
  { level = 3, note }: { level?: 2 | 3; note?: string } = {},
): CampaignCardProps {
  const { slug, title, bodyName, goal, state, signatureCount } = petition;
  return {
    href: `/petitions/${slug}`,
    title,
    addressedTo: `Petition to ${bodyName}`,
    count: signatureCount,
    goal: state === "rejected" ? undefined : goal,
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
