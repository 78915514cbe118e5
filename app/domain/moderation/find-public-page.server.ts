import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { VISIBLE_STATES } from "../campaign/campaign.ts";
import { findSlugNow } from "../campaign/queries.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { publicPath, supportToken } from "./public-path.ts";

/** A page that somebody can say something about, and the campaign that it is about. */
export interface PublicPage {
  /** A public path of ours; that of a campaign not opened yet is by its number. */
  page: string;
  /** Blank where the page is about none. */
  campaignId: string;
  /** The campaign's title, or blank. */
  title: string;
}

/** Before they are opened, campaigns are seen by whoever has their link. */
const BY_LINK = ["gathering", "in_review", "changes_requested"] as const satisfies CampaignState[];

/**
 * The page that an address or a path means; undefined for what is no public page of ours, and for campaigns that
 * the public does not see, which must not be told from those that are not there. A link for supporters counts as
 * the campaign that it leads to: whoever has it sees that.
 */
export async function findPublicPage(
  read: Reader,
  text: string,
  appUrl: string,
): Promise<PublicPage | undefined> {
  const token = supportToken(text, appUrl);
  if (token !== undefined) return findByToken(read, token);
  const page = publicPath(text, appUrl);
  if (page === undefined) return undefined;
  const { campaigns } = read.tables;
  const number = /^\/p\/([1-9]\d{0,8})$/.exec(page)?.[1];
  if (number !== undefined) {
    const found = await findTitled(read, eq(campaigns.number, Number(number)), VISIBLE_STATES);
    return found && { page, campaignId: found.id, title: found.title };
  }
  const [, folder, slug] = /^\/(petitions|letters)\/([^/]+)/.exec(page) ?? [];
  if (folder === undefined || slug === undefined) return { page, campaignId: "", title: "" };
  const kind: CampaignKind = folder === "petitions" ? "petition" : "letter";
  const now = (await findSlugNow(read, kind, slug)) ?? slug;
  const found = await findTitled(
    read,
    and(eq(campaigns.kind, kind), eq(campaigns.slug, now)),
    VISIBLE_STATES,
  );
  return found && { page, campaignId: found.id, title: found.title };
}

async function findByToken(read: Reader, token: string): Promise<PublicPage | undefined> {
  const id = await findLinkedRow(read, token, ["support"]);
  if (id === undefined) return undefined;
  const found = await findTitled(read, eq(read.tables.campaigns.id, id), [...BY_LINK, ...VISIBLE_STATES]);
  return found && { page: `/p/${found.number}`, campaignId: found.id, title: found.title };
}

async function findTitled(
  read: Reader,
  is: ReturnType<typeof and>,
  states: readonly CampaignState[],
): Promise<{ id: string; number: number; title: string } | undefined> {
  const { campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({ id: campaigns.id, number: campaigns.number, title: campaignTexts.title })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(and(is, inArray(campaigns.state, [...states])));
  return row;
}
