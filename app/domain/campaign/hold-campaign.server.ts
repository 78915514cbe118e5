import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/**
 * A campaign's row, held until the end of the transaction: what depends on its state or its text stays true until
 * then, because whoever else wants to change it waits. Undefined where it is not there.
 */
export async function holdCampaign(
  tx: Tx,
  campaignId: string,
): Promise<Tables["campaigns"]["$inferSelect"] | undefined> {
  const { campaigns } = tx.tables;
  const [held] = await tx
    .update(campaigns)
    // Not its key: SQLite would then look through everything that belongs to the campaign.
    .set({ textVersion: sql`${campaigns.textVersion}` })
    .where(eq(campaigns.id, campaignId))
    .returning();
  return held;
}
