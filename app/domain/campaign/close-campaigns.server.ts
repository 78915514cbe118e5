import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { bookPublication } from "../signature/count-signature.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";

/** Campaigns closed in one unit. */
const CHUNK = 100;

/** Closes open and paused campaigns whose last day in London is over. Returns how many. */
export async function closeCampaigns(site: Site, now: number): Promise<number> {
  return site.db.transaction("close campaigns", async (tx) => {
    const { campaigns } = tx.tables;
    const due = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(inArray(campaigns.state, ["open", "paused"]), lt(campaigns.closesOn, londonDay(now))))
      .orderBy(asc(campaigns.closesOn), asc(campaigns.id))
      .limit(CHUNK);
    let closed = 0;
    for (const { id } of due) {
      const changed = await tx
        .update(campaigns)
        .set({ state: "closed", closedAt: now })
        .where(and(eq(campaigns.id, id), inArray(campaigns.state, ["open", "paused"])))
        .returning({ id: campaigns.id });
      if (changed.length === 0) continue;
      await bookPublication(tx, id, now);
      closed += 1;
    }
    return closed;
  });
}
