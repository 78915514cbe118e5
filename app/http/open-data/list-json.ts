import { publicCampaignPath } from "../../domain/campaign/campaign-path.ts";
import type { ListPage } from "../list-page.server.ts";
import { writeListQuery } from "../list-query.ts";
import { campaignAttributes } from "./campaign-json.ts";

interface ListLinks {
  self: string;
  first: string;
  last: string;
  next: string | null;
  prev: string | null;
}

/** A page of a list of campaigns, in the envelope of the UK Parliament's petitions JSON. */
export function listJson(
  { query, campaigns, pageCount }: ListPage,
  { appUrl, path }: { appUrl: string; path: string },
) {
  const to = (page: number): string => `${appUrl}${path}${writeListQuery({ ...query, page })}`;
  const { page } = query;
  const links: ListLinks = {
    self: to(page),
    first: to(1),
    last: to(pageCount),
    next: page < pageCount ? to(page + 1) : null,
    prev: page > 1 ? to(Math.min(page - 1, pageCount)) : null,
  };
  return {
    links,
    data: campaigns.map((campaign) => ({
      type: campaign.kind,
      id: campaign.number,
      links: { self: `${appUrl}${publicCampaignPath(campaign)}.json` },
      attributes: campaignAttributes(campaign),
    })),
  };
}
