import { PAGE_LENGTH } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import {
  type AddressedCouncil,
  type CouncilHere,
  findCouncil,
} from "../domain/campaign/addressed-councils.server.ts";
import type { ListedCampaign } from "../domain/campaign/queries.server.ts";
import { searchCampaigns } from "../domain/campaign/search-campaigns.server.ts";
import type { RequestContext } from "./context.ts";
import { type ListQuery, readListQuery, STATE_FILTERS } from "./list-query.ts";

/** One page of a list as its address asks for it. */
export interface ListPage {
  query: ListQuery;
  /** The council that was asked for, where there is one of that name, with those of its other tier. */
  council?: CouncilHere;
  campaigns: ListedCampaign[];
  /** How many there are on all pages. */
  count: number;
  /** At least 1. */
  pageCount: number;
  /** What was looked for instead of what was typed. */
  corrected?: string;
}

/**
 * Reads the list that a URL's query asks for; the page and the JSON of it show the same. Undefined for a page after
 * the last.
 */
export async function findListPage(
  { db }: Pick<RequestContext, "db">,
  kind: CampaignKind,
  url: string,
): Promise<ListPage | undefined> {
  const query = readListQuery(new URL(url).searchParams);
  const { q, state, sort, page, isExact } = query;
  const council = query.council === "" ? undefined : await findCouncil(db.read, query.council);
  const filter = {
    kind,
    q,
    sort,
    states: STATE_FILTERS[state],
    isAnswered: state === "answered",
    bodyGss: query.council === "" ? undefined : codesOf(council),
  };
  const found = await searchCampaigns(db.read, filter, { page, isExact });
  const pageCount = Math.max(1, Math.ceil(found.count / PAGE_LENGTH));
  return page > pageCount ? undefined : { query, council, ...found, pageCount };
}

function codesOf(council: CouncilHere | undefined): string[] {
  const councils: AddressedCouncil[] = council ? [council, ...council.otherTier] : [];
  return councils.map(({ gssCode }) => gssCode);
}
