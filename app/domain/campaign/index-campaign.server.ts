import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Site } from "../site.ts";
import { isIn, VISIBLE_STATES } from "./campaign.ts";
import { indexedText, tellingWords } from "./search-words.ts";

type Entry = Pick<Tables["searchEntries"]["$inferSelect"], "title" | "asks" | "body">;

/** Campaigns indexed in one unit. */
const CHUNK = 20;

/**
 * Lets searches find a campaign by its present words, or no longer find it where not everybody may read it: so a
 * draft, or what has been hidden, is not in the index at all. Called in the transaction of whatever writes a text
 * or changes who may read it; where nothing differs, nothing is written.
 */
export async function indexCampaign(tx: Tx, campaignId: string): Promise<void> {
  const { campaigns, searchEntries } = tx.tables;
  const [campaign] = await tx
    .select({ number: campaigns.number, state: campaigns.state, bodyName: campaigns.bodyName })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const [before] = await tx.select().from(searchEntries).where(eq(searchEntries.campaignId, campaignId));
  const after =
    campaign && isIn(VISIBLE_STATES, campaign.state)
      ? await readEntry(tx, campaignId, campaign.bodyName)
      : undefined;
  if (!campaign || !after) return unindexCampaign(tx, campaignId);
  if (!before) {
    const added = await tx
      .insert(searchEntries)
      .values({ number: campaign.number, campaignId, ...after })
      .onConflictDoNothing()
      .returning({ number: searchEntries.number });
    if (added.length > 0) await countWords(tx, [], wordsOf(after));
    return;
  }
  if (before.title === after.title && before.asks === after.asks && before.body === after.body) return;
  await tx.update(searchEntries).set(after).where(eq(searchEntries.campaignId, campaignId));
  await countWords(tx, wordsOf(before), wordsOf(after));
}

/** Takes a campaign out of the index, and its words with it; for one that is about to be deleted. */
export async function unindexCampaign(tx: Tx, campaignId: string): Promise<void> {
  const { searchEntries } = tx.tables;
  const [gone] = await tx.delete(searchEntries).where(eq(searchEntries.campaignId, campaignId)).returning();
  if (gone) await countWords(tx, wordsOf(gone), []);
}

/**
 * Indexes campaigns that are public and not indexed yet, as those from before there was an index. Does no harm
 * twice; each chunk is a unit of its own.
 */
export async function indexMissing({ db }: Pick<Site, "db">): Promise<void> {
  const { campaigns, searchEntries } = db.tables;
  for (;;) {
    const missing = await db.read
      .select({ id: campaigns.id })
      .from(campaigns)
      .leftJoin(searchEntries, eq(searchEntries.number, campaigns.number))
      .where(and(inArray(campaigns.state, [...VISIBLE_STATES]), isNull(searchEntries.number)))
      .limit(CHUNK);
    if (missing.length === 0) return;
    await db.transaction("index campaigns", async (tx) => {
      for (const { id } of missing) await indexCampaign(tx, id);
    });
  }
}

async function readEntry(tx: Tx, campaignId: string, bodyName: string): Promise<Entry> {
  const { campaignTexts, asks } = tx.tables;
  const texts = await tx
    .select()
    .from(campaignTexts)
    .where(eq(campaignTexts.campaignId, campaignId))
    .orderBy(asc(campaignTexts.variant));
  const listed = await tx
    .select({ text: asks.text })
    .from(asks)
    .where(eq(asks.campaignId, campaignId))
    .orderBy(asc(asks.position));
  const rest = texts.flatMap(({ variant, title, why, more }) =>
    variant === "en" ? [why, more] : [title, why, more],
  );
  return {
    title: indexedText(texts.find(({ variant }) => variant === "en")?.title ?? ""),
    asks: indexedText(listed.map(({ text }) => text).join(" ")),
    body: indexedText([...rest, bodyName].join(" ")),
  };
}

function wordsOf({ title, asks, body }: Entry): string[] {
  return tellingWords(title, asks, body);
}

/** One statement, its rows in order, so that two who write the same words wait for each other and never in a ring. */
async function countWords(tx: Tx, before: readonly string[], after: readonly string[]): Promise<void> {
  const { searchWords } = tx.tables;
  const was = new Set(before);
  const is = new Set(after);
  const gone = before.filter((word) => !is.has(word));
  const changes = [
    ...gone.map((word) => ({ word, campaignCount: -1 })),
    ...after.filter((word) => !was.has(word)).map((word) => ({ word, campaignCount: 1 })),
  ].sort((a, b) => (a.word < b.word ? -1 : 1));
  if (changes.length > 0)
    await tx
      .insert(searchWords)
      .values(changes)
      .onConflictDoUpdate({
        target: searchWords.word,
        set: { campaignCount: sql`${searchWords.campaignCount} + excluded.campaign_count` },
      });
  if (gone.length > 0)
    await tx
      .delete(searchWords)
      .where(and(inArray(searchWords.word, gone), lte(searchWords.campaignCount, 0)));
}
