import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import { VISIBLE_STATES } from "./campaign.ts";
import { indexCampaign } from "./index-campaign.server.ts";
import { isSameText, isSameToSign, type LetterSetting, TextContent } from "./text-content.ts";

/** What is written in a campaign now. @throws for a campaign that is not there. */
export async function getText(read: Reader, campaignId: string): Promise<TextContent> {
  const { campaigns, campaignTexts, asks } = read.tables;
  const [campaign] = await read
    .select({ kind: campaigns.kind, askClause: campaigns.askClause, shortName: campaigns.shortName })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const texts = await read.select().from(campaignTexts).where(eq(campaignTexts.campaignId, campaignId));
  const listed = await read
    .select({ text: asks.text })
    .from(asks)
    .where(eq(asks.campaignId, campaignId))
    .orderBy(asc(asks.position));
  const of = (variant: "en" | "easy") => texts.find((text) => text.variant === variant);
  return TextContent.parse({
    en: of("en"),
    easy: of("easy"),
    asks: listed.map(({ text }) => text),
    askClause: campaign?.askClause,
    shortName: campaign?.shortName,
    letter: campaign?.kind === "letter" ? of("en") : undefined,
  });
}

/**
 * Puts another text in place of a campaign's, and keeps the old one: for the public where the public has seen it.
 * The version goes up by one, so that it is known which text a signature was given to. Asks keep what became of
 * them as far as their place stays. What nobody signs changes without a new version: a short name, and once it is
 * public the background of a letter. Before that each text is kept, for moderators to see what changed since they
 * asked. Returns false where nothing differs: then nothing has been done.
 */
export async function replaceText(
  tx: Tx,
  campaignId: string,
  content: TextContent,
  now: number,
): Promise<boolean> {
  const { campaigns, formerTexts } = tx.tables;
  const before = await getText(tx, campaignId);
  if (isSameText(before, content)) return false;
  const [{ state } = { state: "draft" as const }] = await tx
    .select({ state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const isPublic = VISIBLE_STATES.some((visible) => visible === state);
  const isCalledOtherwise = isSameText({ ...before, shortName: "" }, { ...content, shortName: "" });
  if (isCalledOtherwise || (isPublic && isSameToSign(before, content))) {
    await writeText(tx, campaignId, content);
    return true;
  }
  const [replaced] = await tx
    .update(campaigns)
    .set({ textVersion: sql`${campaigns.textVersion} + 1`, askClause: content.askClause })
    .where(eq(campaigns.id, campaignId))
    .returning({ textVersion: campaigns.textVersion });
  if (!replaced) throw new Error("the campaign of a text is not there");
  await tx.insert(formerTexts).values({
    campaignId,
    version: replaced.textVersion - 1,
    content: JSON.stringify(before),
    wasPublic: isPublic,
    replacedAt: now,
  });
  await writeText(tx, campaignId, content);
  return true;
}

const NOT_SET = { place: "", datedOn: "", salutation: "", close: "" } satisfies LetterSetting;

/** Writes a text where nobody has seen the old one: no version is kept. For drafts. */
export async function writeText(tx: Tx, campaignId: string, content: TextContent): Promise<void> {
  const { campaigns, campaignTexts, asks } = tx.tables;
  const { askClause, shortName } = content;
  await tx.update(campaigns).set({ askClause, shortName }).where(eq(campaigns.id, campaignId));
  for (const variant of ["en", "easy"] as const) {
    const written = content[variant];
    const text = written && { ...written, ...(variant === "en" ? (content.letter ?? NOT_SET) : NOT_SET) };
    if (text)
      await tx
        .insert(campaignTexts)
        .values({ campaignId, variant, ...text })
        .onConflictDoUpdate({ target: [campaignTexts.campaignId, campaignTexts.variant], set: text });
    else
      await tx
        .delete(campaignTexts)
        .where(and(eq(campaignTexts.campaignId, campaignId), inArray(campaignTexts.variant, [variant])));
  }
  for (const [index, text] of content.asks.entries())
    await tx
      .insert(asks)
      .values({ campaignId, position: index + 1, text, outcome: "open", outcomeOn: "" })
      .onConflictDoUpdate({ target: [asks.campaignId, asks.position], set: { text } });
  await tx.delete(asks).where(and(eq(asks.campaignId, campaignId), gt(asks.position, content.asks.length)));
  await indexCampaign(tx, campaignId);
}
