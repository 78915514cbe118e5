import { and, asc, inArray, lt } from "drizzle-orm";
import type { CampaignState } from "#db/tables/campaign.ts";
import { findSigningPause } from "../signature/signing-pause.server.ts";
import type { Site } from "../site.ts";
import { endOfLondonDay, londonDay } from "../time/london.ts";
import { moveCampaign } from "./move-campaign.server.ts";
import { noticeOrganisers } from "./notice-organisers.server.ts";

/** Campaigns closed in one unit. */
const CHUNK = 50;
const RUNNING = ["open", "paused"] as const satisfies CampaignState[];

/**
 * Closes open and paused campaigns whose last day in London is over, a part at a time; each is closed as of the end
 * of that day, however late this runs, and its organisers are told by mail. None while all signing is paused: their days are moved on first. Returns how
 * many were closed.
 */
export async function closeCampaigns(site: Site, now: number): Promise<number> {
  return site.db.transaction("close campaigns", async (tx) => {
    if (await findSigningPause(tx)) return 0;
    const { campaigns } = tx.tables;
    const due = await tx
      .select({ id: campaigns.id, state: campaigns.state, closesOn: campaigns.closesOn })
      .from(campaigns)
      .where(and(inArray(campaigns.state, [...RUNNING]), lt(campaigns.closesOn, londonDay(now))))
      .orderBy(asc(campaigns.closesOn), asc(campaigns.id))
      .limit(CHUNK);
    let closed = 0;
    for (const { id, state, closesOn } of due) {
      const set = { closedAt: endOfLondonDay(closesOn) };
      const move = {
        campaignId: id,
        from: state,
        to: "closed",
        mover: "program",
        accountId: "",
        set,
      } as const;
      const moveId = await moveCampaign(tx, site, move, now);
      if (moveId === undefined) continue;
      await noticeOrganisers(tx, site, { campaignId: id, kind: "decision", subjectId: moveId }, now);
      closed += 1;
    }
    return closed;
  });
}
