import type { Reader } from "#db/database.ts";
import { correctWords } from "./correct-words.server.ts";
import { type CampaignFilter, listCampaigns } from "./list-campaigns.server.ts";
import type { ListedCampaign } from "./queries.server.ts";

/** A page of what a search has found. */
export interface Found {
  campaigns: ListedCampaign[];
  /** How many there are on all pages. */
  count: number;
  /** What was looked for instead of what was typed, where that finds nothing and looks misspelt. */
  corrected?: string;
}

/**
 * One page of the campaigns that a list shows. Where the words find nothing, and a word of them is one that nobody
 * wrote, the search is made for what they may have meant, unless `isExact`. A correction is only ever given with
 * something that it finds here, so it tells no word of what is not public.
 */
export async function searchCampaigns(
  read: Reader,
  filter: CampaignFilter,
  { page, isExact }: { page: number; isExact: boolean },
): Promise<Found> {
  const found = await listCampaigns(read, filter, page);
  if (found.count > 0 || isExact || filter.q === "") return found;
  for (const corrected of await correctWords(read, filter.q)) {
    const instead = await listCampaigns(read, { ...filter, q: corrected }, page);
    if (instead.count > 0) return { ...instead, corrected };
  }
  return found;
}
