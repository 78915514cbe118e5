import type { CampaignKind } from "#db/tables/campaign.ts";

/** Which kind of campaign an address speaks of: petitions and open letters share their pages, each in its folder. */
export function askedKind({ url }: Pick<Request, "url">): CampaignKind {
  return /^\/letters(?:[/.]|$)/.test(new URL(url).pathname) ? "letter" : "petition";
}
