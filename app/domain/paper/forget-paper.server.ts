import { and, asc, eq, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { isStalled, retentionLimit } from "../signature/end-retention.server.ts";
import type { Site } from "../site.ts";

/** Rows blanked in one unit. */
const CHUNK = 200;

/**
 * Blanks what is kept of people on paper, for campaigns that closed or came to a halt as long ago as their signatures
 * are blanked; they stay counted. To be run before a campaign is archived. Returns how many rows it saw to.
 */
export async function forgetPaper(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget paper", async (tx) => {
    const { campaigns, paperSignatures } = tx.tables;
    const isClosed = and(
      inArray(campaigns.state, ["closed", "archived"]),
      lt(campaigns.closedAt, retentionLimit(now)),
    );
    const holdsPeople = sql`exists (
      select 1 from ${paperSignatures}
      where ${paperSignatures.campaignId} = ${campaigns.id} and ${paperSignatures.name} <> ''
    )`;
    const [over] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(or(isClosed, isStalled(tx.tables, now)), holdsPeople))
      .orderBy(asc(campaigns.id))
      .limit(1);
    return over === undefined ? 0 : blank(tx, over.id);
  });
}

async function blank(tx: Tx, campaignId: string): Promise<number> {
  const { paperSignatures } = tx.tables;
  const held = tx
    .select({ id: paperSignatures.id })
    .from(paperSignatures)
    .where(and(eq(paperSignatures.campaignId, campaignId), ne(paperSignatures.name, "")))
    .limit(CHUNK);
  const blanked = await tx
    .update(paperSignatures)
    .set({ name: "", postcode: "", nameHash: "", postcodeHash: "" })
    .where(inArray(paperSignatures.id, held))
    .returning({ id: paperSignatures.id });
  return blanked.length;
}
