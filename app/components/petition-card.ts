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

/** A petition as a card of a list. What is open goes without saying. */
export function petitionCard(petition: ListedPetition, level: 2 | 3 = 3): CampaignCardProps {
  const { slug, title, bodyName, goal, state, signatureCount } = petition;
  return {
    href: `/petitions/${slug}`,
    title,
    addressedTo: `Petition to ${bodyName}`,
    count: signatureCount,
    goal,
    state: state === "open" ? undefined : { words: state === "paused" ? "Paused" : "Closed" },
    level,
  };
}
