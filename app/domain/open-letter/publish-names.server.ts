import { setImmediate } from "node:timers/promises";
import { and, asc, eq, inArray } from "drizzle-orm";
import { isIn, LISTED_STATES } from "../campaign/campaign.ts";
import type { Site } from "../site.ts";

/** Names shown by one unit. */
const PART = 1_000;

/**
 * Shows the names of a campaign that have been waiting for a publication, in parts: on the day of the news thousands
 * come between two. What a process that died had not shown, the next publication shows. Nothing of a campaign that is
 * not published itself. Returns how many it showed.
 */
export async function publishNames({ db }: Pick<Site, "db">, campaignId: string): Promise<number> {
  for (let shown = 0; ; await setImmediate()) {
    const part = await db.transaction("publish names", async (tx) => {
      const { campaigns, publicNames } = tx.tables;
      const isIts = eq(campaigns.id, campaignId);
      const [campaign] = await tx.select({ state: campaigns.state }).from(campaigns).where(isIts);
      if (!campaign || !isIn(LISTED_STATES, campaign.state)) return 0;
      const { position, sortKey, signatureId } = publicNames;
      const waiting = tx
        .select({ signatureId })
        .from(publicNames)
        .where(and(eq(publicNames.campaignId, campaignId), eq(publicNames.isPublished, false)))
        .orderBy(asc(position), asc(sortKey), asc(signatureId))
        .limit(PART);
      const names = await tx
        .update(publicNames)
        .set({ isPublished: true })
        .where(inArray(signatureId, waiting))
        .returning({ signatureId });
      return names.length;
    });
    shown += part;
    if (part < PART) return shown;
  }
}
