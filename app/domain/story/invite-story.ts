import type { CampaignState } from "#db/tables/campaign.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";

/** What a campaign about schools or special educational needs has in its title where it names no topic. */
const ABOUT_SCHOOLS = /\b(?:send|sen|ehcps?|special (?:educational )?needs|schools?|education)\b/i;

/**
 * Where those who read or sign a campaign are invited to tell their story; blank for one that is about something
 * else, and for one that the public does not see in lists.
 */
export function storyPath(campaign: {
  number: number;
  state: CampaignState;
  topic: string;
  title: string;
}): string {
  const { number, state } = campaign;
  return isAboutSchools(campaign) && LISTED_STATES.some((one) => one === state)
    ? `/stories/new?campaign=${number}`
    : "";
}

/** Whether a campaign is about what families tell here, by its topic, or by its title where it has none. */
export function isAboutSchools({ topic, title }: { topic: string; title: string }): boolean {
  return topic === "education" || (topic === "" && ABOUT_SCHOOLS.test(title));
}
