import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { ReadBuilders, Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { type Given, statement } from "#db/statement.ts";
import type { CampaignKind, CampaignState, TextVariant } from "#db/tables/campaign.ts";
import type { LetterSetting } from "./text-content.ts";

type CampaignRow = Tables["campaigns"]["$inferSelect"];

/** A campaign with its text in one variant and its asks in order. */
export interface Campaign extends CampaignRow {
  title: string;
  why: string;
  more: string;
  /** How an open letter is set; blank for petitions. */
  letter: LetterSetting;
  /** Which variants of the text there are. */
  variants: TextVariant[];
  asks: Tables["asks"]["$inferSelect"][];
}

/** A campaign as lists show it, with its live total. */
export interface ListedCampaign extends CampaignRow {
  title: string;
  signatureCount: number;
  /** Of them in the last seven days, as of the last hourly count; not all lists say. */
  weekCount?: number;
}

/** The campaign of this slug in any state, or undefined; callers decide by its state what may be seen. */
export async function findCampaign(
  read: Reader,
  kind: CampaignKind,
  slug: string,
  variant: TextVariant = "en",
): Promise<Campaign | undefined> {
  const { campaigns } = read.tables;
  return findWhole(read, and(eq(campaigns.kind, kind), eq(campaigns.slug, slug)), variant);
}

/** The same without its text, where what is sent to it matters and not what it says. */
export async function findCampaignAt(
  read: Reader,
  kind: CampaignKind,
  slug: string,
): Promise<CampaignPlace | undefined> {
  const [row] = await read.run(findPlace, { kind, slug });
  return row;
}

/** As much of a campaign as says where it stands and whether it may be seen. */
export type CampaignPlace = Pick<CampaignRow, "id" | "kind" | "slug" | "state">;

type Address = { kind: CampaignKind; slug: string };
const findPlace = statement("find_campaign_at", (db: ReadBuilders, given: Given<Address>) => {
  const { campaigns } = db.tables;
  const { id, kind, slug, state } = campaigns;
  return db
    .select({ id, kind, slug, state })
    .from(campaigns)
    .where(and(eq(kind, given("kind")), eq(slug, given("slug"))));
});

/** The campaign of a row's id in any state, or undefined. */
export async function findCampaignById(
  read: Reader,
  id: string,
  variant: TextVariant = "en",
): Promise<Campaign | undefined> {
  return findWhole(read, eq(read.tables.campaigns.id, id), variant);
}

async function findWhole(
  read: Reader,
  isIt: SQL | undefined,
  variant: TextVariant,
): Promise<Campaign | undefined> {
  const { campaigns, campaignTexts, asks } = read.tables;
  const [campaign] = await read.select().from(campaigns).where(isIt);
  if (!campaign) return undefined;
  const texts = await read.select().from(campaignTexts).where(eq(campaignTexts.campaignId, campaign.id));
  const text = texts.find((one) => one.variant === variant) ?? texts.find((one) => one.variant === "en");
  if (!text) return undefined;
  const listed = await read
    .select()
    .from(asks)
    .where(eq(asks.campaignId, campaign.id))
    .orderBy(asc(asks.position));
  const { title, why, more } = text;
  const { place, datedOn, salutation, close } = texts.find((one) => one.variant === "en") ?? text;
  return {
    ...{ ...campaign, title, why, more },
    letter: { place, datedOn, salutation, close },
    variants: texts.map((one) => one.variant),
    asks: listed,
  };
}

/** Where a slug that was given up leads now, or undefined. */
export async function findSlugNow(
  read: Reader,
  kind: CampaignKind,
  slug: string,
): Promise<string | undefined> {
  const { campaigns, formerSlugs } = read.tables;
  const [row] = await read
    .select({ slug: campaigns.slug })
    .from(formerSlugs)
    .innerJoin(campaigns, eq(campaigns.id, formerSlugs.campaignId))
    .where(and(eq(formerSlugs.kind, kind), eq(formerSlugs.slug, slug)));
  return row?.slug;
}

/** Kind and slug of a campaign by its public number, or undefined. */
export async function findByNumber(
  read: Reader,
  number: number,
): Promise<{ kind: CampaignKind; slug: string; state: CampaignState } | undefined> {
  const { campaigns } = read.tables;
  const [row] = await read
    .select({ kind: campaigns.kind, slug: campaigns.slug, state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.number, number));
  return row;
}

/** The live total of a campaign: the only number that is not taken from a publication. */
export async function countSignatures(read: Reader, campaignId: string): Promise<number> {
  const { tallies } = read.tables;
  const [row] = await read
    .select({ total: totalOf(tallies) })
    .from(tallies)
    .where(eq(tallies.campaignId, campaignId));
  return row?.total ?? 0;
}

/** The sum of the tallies that a query has chosen. */
export function totalOf(tallies: Tables["tallies"]): SQL<number> {
  return sql`coalesce(sum(${tallies.count}), 0)`.mapWith(Number);
}
