import { and, count, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";

/** Counts anew what stands on paper for a campaign. The campaign must be held: two who count at once would not see each other's rows. */
export async function countPaper(tx: Tx, campaignId: string, now: number): Promise<void> {
  const { paperSignatures, paperCounts } = tx.tables;
  const [row] = await tx
    .select({ count: count() })
    .from(paperSignatures)
    .where(and(eq(paperSignatures.campaignId, campaignId), eq(paperSignatures.state, "counted")));
  const counted = { count: Number(row?.count ?? 0), countedAt: now };
  await tx
    .insert(paperCounts)
    .values({ campaignId, ...counted })
    .onConflictDoUpdate({ target: paperCounts.campaignId, set: counted });
}
