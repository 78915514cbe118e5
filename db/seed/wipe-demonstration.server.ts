import { eq, inArray } from "drizzle-orm";
import { unindexCampaign } from "#app/domain/campaign/index-campaign.server.ts";
import type { Database, Tx } from "../database.ts";
import { wipeStories } from "./wipe-stories.server.ts";

/** Signatures deleted in one unit. */
const SIGNATURES_PER_UNIT = 100;

/** Deletes every demonstration campaign and story with all that hangs on them, in steps; may be stopped and run again. */
export async function wipeDemonstration(db: Database): Promise<void> {
  await wipeStories(db);
  const { campaigns } = db.tables;
  const found = await db.read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.isDemonstration, true));
  for (const { id } of found) {
    while (await db.transaction("wipe signatures of a demonstration", (tx) => wipeSignatures(tx, id)));
    await db.transaction("wipe a demonstration's counts", (tx) => wipeCounts(tx, id));
    await db.transaction("wipe a demonstration", (tx) => wipeCampaign(tx, id));
  }
}

/** False once there are none. */
async function wipeSignatures(tx: Tx, campaignId: string): Promise<boolean> {
  const { signatures, signatureSlots, publicNames, standings, links, outbox } = tx.tables;
  const rows = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(eq(signatures.campaignId, campaignId))
    .limit(SIGNATURES_PER_UNIT);
  if (rows.length === 0) return false;
  const ids = rows.map((row) => row.id);
  await tx.delete(links).where(inArray(links.rowId, ids));
  await tx.delete(outbox).where(inArray(outbox.rowId, ids));
  await tx.delete(publicNames).where(inArray(publicNames.signatureId, ids));
  await tx.delete(standings).where(inArray(standings.signatureId, ids));
  await tx.delete(signatureSlots).where(inArray(signatureSlots.signatureId, ids));
  await tx.delete(signatures).where(inArray(signatures.id, ids));
  return true;
}

async function wipeCounts(tx: Tx, campaignId: string): Promise<void> {
  const { tallies, countEvents, publications, publishedTallies, trends, mailRefusals, jobs } = tx.tables;
  const { versionCounts, countedHours, countedEvents, nameMarks } = tx.tables;
  for (const table of [
    tallies,
    versionCounts,
    countEvents,
    countedHours,
    countedEvents,
    nameMarks,
    publications,
    publishedTallies,
    trends,
    mailRefusals,
  ])
    await tx.delete(table).where(eq(table.campaignId, campaignId));
  await tx.delete(jobs).where(eq(jobs.rowId, campaignId));
}

async function wipeUpdates(tx: Tx, campaignId: string): Promise<void> {
  const { updates, updateReceipts } = tx.tables;
  const isOfCampaign = eq(updates.campaignId, campaignId);
  const own = tx.select({ id: updates.id }).from(updates).where(isOfCampaign);
  await tx.delete(updateReceipts).where(inArray(updateReceipts.updateId, own));
  await tx.delete(updates).where(isOfCampaign);
}

async function wipeCampaign(tx: Tx, campaignId: string): Promise<void> {
  await unindexCampaign(tx, campaignId);
  await wipeUpdates(tx, campaignId);
  const { campaigns, campaignTexts, asks, formerSlugs, formerTexts, deliveryItems, responses } = tx.tables;
  const { recipients, namedRecipients } = tx.tables;
  for (const table of [
    ...[campaignTexts, asks, formerSlugs, formerTexts, deliveryItems, responses],
    ...[recipients, namedRecipients],
  ])
    await tx.delete(table).where(eq(table.campaignId, campaignId));
  await tx.delete(campaigns).where(eq(campaigns.id, campaignId));
}
