import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** How many signatures on paper the organisers of a campaign have counted. */
export interface PaperCount {
  count: number;
  countedAt: number;
}

/** The count on paper that a campaign's page shows beside its own; undefined where there is none. */
export async function findPaperCount(read: Reader, campaignId: string): Promise<PaperCount | undefined> {
  const { paperCounts } = read.tables;
  const [row] = await read
    .select({ count: paperCounts.count, countedAt: paperCounts.countedAt })
    .from(paperCounts)
    .where(eq(paperCounts.campaignId, campaignId));
  return row && row.count > 0 ? row : undefined;
}
