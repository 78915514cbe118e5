import { PAGE_LENGTH } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { type AddressedCouncil, findCouncil } from "../domain/campaign/addressed-councils.server.ts";
import { listCampaigns } from "../domain/campaign/list-campaigns.server.ts";
import type { ListedCampaign } from "../domain/campaign/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { type ListQuery, readListQuery, STATE_FILTERS } from "./list-query.ts";

/** One page of a list as its address asks for it. */
export interface ListPage {
  query: ListQuery;
  /** The council that was asked for, where there is one of that name. */
  council?: AddressedCouncil;
  campaigns: ListedCampaign[];
  /** How many there are on all pages. */
  count: number;
  /** At least 1. */
  pageCount: number;
}

/** Reads the list that a URL's query asks for; the page and the JSON of it show the same. */
export async function findListPage(
  { db }: Pick<RequestContext, "db">,
  kind: CampaignKind,
  url: string,
): Promise<ListPage> {
  const query = readListQuery(new URL(url).searchParams);
  const council = query.council === "" ? undefined : await findCouncil(db.read, query.council);
  const bodyGss = query.council === "" ? undefined : council ? [council.gssCode] : [];
  const filter = { kind, states: STATE_FILTERS[query.state], q: query.q, bodyGss };
  const { campaigns, count } = await listCampaigns(db.read, filter, query.page);
  return { query, council, campaigns, count, pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)) };
}
