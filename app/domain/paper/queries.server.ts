import { and, count, desc, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Batches that a page lists. */
const LISTED = 200;

/** A batch of paper signatures as those who run the campaign see it: numbers, no names. */
export interface PaperBatchSeen {
  publicId: string;
  words: string;
  rowCount: number;
  createdAt: number;
  counted: number;
  /** Stand on paper twice. */
  repeated: number;
  /** Have signed here too. */
  online: number;
}

/** The batches of a campaign that are there, the newest first. */
export async function listPaperBatches(read: Reader, campaignId: string): Promise<PaperBatchSeen[]> {
  const { paperBatches, paperSignatures } = read.tables;
  const isThere = and(eq(paperBatches.campaignId, campaignId), isNull(paperBatches.removedAt));
  const [batches, states] = await Promise.all([
    read
      .select()
      .from(paperBatches)
      .where(isThere)
      .orderBy(desc(paperBatches.createdAt), desc(paperBatches.id))
      .limit(LISTED),
    read
      .select({ batchId: paperSignatures.batchId, state: paperSignatures.state, count: count() })
      .from(paperSignatures)
      .where(eq(paperSignatures.campaignId, campaignId))
      .groupBy(paperSignatures.batchId, paperSignatures.state),
  ]);
  const counts = new Map(states.map((row) => [`${row.batchId} ${row.state}`, Number(row.count)]));
  return batches.map(({ id, publicId, words, rowCount, createdAt }) => ({
    ...{ publicId, words, rowCount, createdAt },
    counted: counts.get(`${id} counted`) ?? 0,
    repeated: counts.get(`${id} repeated`) ?? 0,
    online: counts.get(`${id} online`) ?? 0,
  }));
}

/** How many batches a campaign has had since an instant, removed ones included. */
export async function countBatchesSince(read: Reader, campaignId: string, since: number): Promise<number> {
  const { paperBatches } = read.tables;
  const [row] = await read
    .select({ count: count() })
    .from(paperBatches)
    .where(and(eq(paperBatches.campaignId, campaignId), gt(paperBatches.createdAt, since)));
  return Number(row?.count ?? 0);
}
