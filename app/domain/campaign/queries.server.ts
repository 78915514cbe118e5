import { and, asc, desc, eq, inArray, type like, or, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignKind, CampaignState, TextVariant } from "#db/tables/campaign.ts";

type CampaignRow = Tables["campaigns"]["$inferSelect"];

/** A campaign with its text in one variant and its asks in order. */
export interface Campaign extends CampaignRow {
  title: string;
  why: string;
  more: string;
  /** Which variants of the text there are. */
  variants: TextVariant[];
  asks: Tables["asks"]["$inferSelect"][];
}

/** A campaign as lists show it, with its live total. */
export interface ListedCampaign extends CampaignRow {
  title: string;
  signatureCount: number;
}

/** The campaign of this slug in any state, or undefined; callers decide by its state what may be seen. */
export async function findCampaign(
  read: Reader,
  kind: CampaignKind,
  slug: string,
  variant: TextVariant = "en",
): Promise<Campaign | undefined> {
  const { campaigns, campaignTexts, asks } = read.tables;
  const [campaign] = await read
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.kind, kind), eq(campaigns.slug, slug)));
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
  return { ...campaign, title, why, more, variants: texts.map((one) => one.variant), asks: listed };
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

/** Which campaigns a list shows. */
export interface CampaignFilter {
  kind: CampaignKind;
  states: readonly CampaignState[];
  /** Words, each of which must stand in title, reasons or asks. */
  q: string;
  /** Councils addressed; undefined for all campaigns. */
  bodyGss?: readonly string[];
}

/** One page of campaigns, the most recently opened first, and how many there are in all. */
export async function listCampaigns(
  read: Reader,
  filter: CampaignFilter,
  page: number,
): Promise<{ campaigns: ListedCampaign[]; count: number }> {
  const { campaigns, campaignTexts } = read.tables;
  const matches = matching(read, filter);
  const isEnglish = and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en"));
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(campaigns)
    .innerJoin(campaignTexts, isEnglish)
    .where(matches);
  const rows = await read
    .select({ campaign: campaigns, title: campaignTexts.title })
    .from(campaigns)
    .innerJoin(campaignTexts, isEnglish)
    .where(matches)
    .orderBy(desc(campaigns.openedAt), desc(campaigns.number))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  const totals = await totalsOf(
    read,
    rows.map((row) => row.campaign.id),
  );
  return {
    campaigns: rows.map(({ campaign, title }) => ({
      ...campaign,
      title,
      signatureCount: totals.get(campaign.id) ?? 0,
    })),
    count: counted?.count ?? 0,
  };
}

function matching(read: Reader, { kind, states, q, bodyGss }: CampaignFilter): SQL | undefined {
  const { campaigns, campaignTexts, asks } = read.tables;
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  return and(
    eq(campaigns.kind, kind),
    inArray(campaigns.state, [...states]),
    bodyGss && inArray(campaigns.bodyGss, [...bodyGss]),
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      const inAsks = read
        .select({ campaignId: asks.campaignId })
        .from(asks)
        .where(containsWord(asks.text, pattern));
      return or(
        containsWord(campaignTexts.title, pattern),
        containsWord(campaignTexts.why, pattern),
        containsWord(campaigns.bodyName, pattern),
        inArray(campaigns.id, inAsks),
      );
    }),
  );
}

function containsWord(column: Parameters<typeof like>[0], pattern: string): SQL {
  return sql`lower(${column}) like ${pattern} escape '\\'`;
}

async function totalsOf(read: Reader, campaignIds: readonly string[]): Promise<Map<string, number>> {
  const { tallies } = read.tables;
  if (campaignIds.length === 0) return new Map();
  const rows = await read
    .select({ campaignId: tallies.campaignId, total: totalOf(tallies) })
    .from(tallies)
    .where(inArray(tallies.campaignId, [...campaignIds]))
    .groupBy(tallies.campaignId);
  return new Map(rows.map((row) => [row.campaignId, row.total]));
}

function totalOf(tallies: Tables["tallies"]) {
  return sql`coalesce(sum(${tallies.count}), 0)`.mapWith(Number);
}
