import { and, desc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { BATCH_REASONS } from "./batch-selection.ts";

/** Batches shown. */
const SHOWN = 50;

/** Signatures that were taken out of a count together, as moderators see them. */
export interface Batch {
  publicId: string;
  number: number;
  title: string;
  reason: string;
  createdAt: number;
  takenCount: number;
  /** Whether the work of taking out is over. */
  isDone: boolean;
  restoredAt: number | null;
  restoredCount: number;
}

/** The newest batches, of one campaign or of all, at most 50. */
export async function listBatches(read: Reader, campaignId?: string): Promise<Batch[]> {
  const { batches, campaigns, campaignTexts } = read.tables;
  const rows = await read
    .select({ batch: batches, number: campaigns.number, title: campaignTexts.title })
    .from(batches)
    .innerJoin(campaigns, eq(campaigns.id, batches.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(campaignId === undefined ? undefined : eq(batches.campaignId, campaignId))
    .orderBy(desc(batches.createdAt), desc(batches.id))
    .limit(SHOWN);
  return rows.map(({ batch, number, title }) => ({
    ...{ number, title, publicId: batch.publicId, createdAt: batch.createdAt },
    reason: BATCH_REASONS.find(({ value }) => value === batch.reason)?.label ?? batch.reason,
    takenCount: batch.takenCount,
    isDone: batch.doneAt !== null,
    restoredAt: batch.restoredAt,
    restoredCount: batch.restoredCount,
  }));
}
