import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { holdCampaign } from "./hold-campaign.server.ts";

/** Drafts deleted in one unit. */
const CHUNK = 50;

/** Deletes drafts that nobody has touched for a month, with all that was written in them. Returns how many went. */
export async function forgetDrafts(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget drafts", async (tx) => {
    const { drafts, campaigns, campaignTexts, asks, pictures, namedRecipients, outbox } = tx.tables;
    const due = await tx
      .select({ id: drafts.campaignId })
      .from(drafts)
      .innerJoin(campaigns, eq(campaigns.id, drafts.campaignId))
      .where(and(lte(drafts.expiresAt, now), eq(campaigns.state, "draft")))
      .orderBy(asc(drafts.expiresAt), asc(drafts.campaignId))
      .limit(CHUNK);
    const ids = due.map(({ id }) => id).toSorted();
    if (ids.length === 0) return 0;
    for (const id of ids) await holdCampaign(tx, id);
    // Asked again by the deletion: it may have been written in, or begun, since it was picked.
    const gone = await tx
      .delete(drafts)
      .where(and(inArray(drafts.campaignId, ids), lte(drafts.expiresAt, now)))
      .returning({ id: drafts.campaignId });
    const goneIds = gone.map(({ id }) => id);
    if (goneIds.length === 0) return 0;
    await dropLinks(tx, goneIds);
    for (const table of [campaignTexts, asks, pictures, namedRecipients])
      await tx.delete(table).where(inArray(table.campaignId, goneIds));
    await tx.delete(outbox).where(and(inArray(outbox.rowId, goneIds), eq(outbox.state, "queued")));
    await tx.delete(campaigns).where(and(inArray(campaigns.id, goneIds), eq(campaigns.state, "draft")));
    return goneIds.length;
  });
}
