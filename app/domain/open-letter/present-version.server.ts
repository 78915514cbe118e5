import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";

/**
 * The version of a campaign's text at this moment, which stays the present one until the unit ends: whoever wants to
 * put another in its place waits for those who confirm, and then finds their signatures. They do not wait for one
 * another.
 */
export async function holdVersion(tx: Tx, campaignId: string): Promise<number> {
  if (tx.engine === "postgres") {
    const [held] = await tx.rows<{ version: unknown }>(
      sql`select text_version as version from campaigns where id = ${campaignId} for share`,
    );
    return Number(held?.version ?? 0);
  }
  const { campaigns } = tx.tables;
  const [row] = await tx
    .select({ version: campaigns.textVersion })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row?.version ?? 0;
}
