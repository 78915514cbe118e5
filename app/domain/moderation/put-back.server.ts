import type { Tx } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { type CampaignMove, moveCampaign } from "../campaign/move-campaign.server.ts";
import type { Site } from "../site.ts";
import { findDecidingMove } from "./campaign-moves.server.ts";
import type { CampaignRow } from "./moderator.server.ts";

/** Where a campaign goes back to when the decision against it falls; undefined for one that nothing stands against. */
export function stateBefore({
  state,
  formerState,
}: Pick<CampaignRow, "state" | "formerState">): CampaignState | undefined {
  if (state === "rejected") return "in_review";
  return state === "hidden" && formerState !== "" ? formerState : undefined;
}

/**
 * Takes back the rejection or hiding of a campaign that its unit holds: a rejected one is reviewed again, a hidden one
 * is where it was, for the reason that it was there. Returns the move; undefined where there is nothing to take back.
 */
export async function putBack(
  tx: Tx,
  site: Pick<Site, "keyring">,
  campaign: CampaignRow,
  by: Pick<CampaignMove, "mover" | "accountId" | "note">,
  now: number,
): Promise<string | undefined> {
  const to = stateBefore(campaign);
  if (to === undefined) return undefined;
  const earlier = to === "rejected" ? await findDecidingMove(tx, campaign.id, to) : undefined;
  const move = { ...by, campaignId: campaign.id, from: campaign.state, to, reason: earlier?.reason };
  return moveCampaign(tx, site, move, now);
}
