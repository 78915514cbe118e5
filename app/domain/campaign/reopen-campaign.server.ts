import { eq } from "drizzle-orm";
import { retentionLimit } from "../signature/end-retention.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import { closingDays } from "./life.ts";
import { moveByHand } from "./move-by-hand.server.ts";

/**
 * Opens a closed campaign again until another last day, one to twelve months ahead. `too_late` once the details of
 * its signatories are to be blank: nobody could tell then who has signed. For admins.
 */
export async function reopenCampaign(
  site: Site,
  asked: { campaignId: string; accountId: string; closesOn: string; note?: string },
  now: number,
): Promise<"reopened" | "bad_date" | "too_late" | "not_now" | "own_campaign"> {
  const { campaignId, accountId, closesOn, note } = asked;
  const { first, last } = closingDays(londonDay(now));
  if (closesOn < first || closesOn > last) return "bad_date";
  return site.db.transaction("reopen campaign", async (tx) => {
    const { campaigns } = tx.tables;
    const [campaign] = await tx
      .select({ closedAt: campaigns.closedAt })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId));
    if (campaign?.closedAt && campaign.closedAt < retentionLimit(now)) return "too_late";
    const set = { closesOn, closedAt: null };
    const move = { ...{ campaignId, accountId, note, set }, to: "open", mover: "admin" } as const;
    const outcome = await moveByHand(tx, site, { ...move, from: ["closed"] }, now);
    return outcome === "moved" ? "reopened" : outcome;
  });
}
