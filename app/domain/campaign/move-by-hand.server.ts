import type { Tx } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import type { Site } from "../site.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { type CampaignMove, moveCampaign } from "./move-campaign.server.ts";
import { noticeOrganisers } from "./notice-organisers.server.ts";

/** A move that a person asks for, from whichever of some states the campaign is in. */
export interface HandMove extends Omit<CampaignMove, "from" | "mover"> {
  from: readonly CampaignState[];
  mover: "organiser" | "moderator" | "admin";
}

/**
 * Takes a campaign to another state for a person, in the transaction of their wish. Those who look after the site
 * never do this to a campaign of their own, and its organisers are told by mail what was done and why; of its closing they
 * hear whoever closes it. `not_now`
 * where it is in none of the states, or they may not do this: nothing has happened then.
 */
export async function moveByHand(
  tx: Tx,
  site: Pick<Site, "keyring" | "wake">,
  { from, ...move }: HandMove,
  now: number,
): Promise<"moved" | "not_now" | "own_campaign"> {
  const { campaignId, accountId, mover } = move;
  const campaign = await holdCampaign(tx, campaignId);
  if (!campaign || !from.includes(campaign.state)) return "not_now";
  if (mover !== "organiser" && (await runsCampaign(tx, campaignId, accountId))) return "own_campaign";
  const moveId = await moveCampaign(tx, site, { ...move, from: campaign.state }, now);
  if (moveId === undefined) return "not_now";
  if (mover !== "organiser" || move.to === "closed")
    await noticeOrganisers(tx, site, { campaignId, kind: "decision", subjectId: moveId }, now);
  return "moved";
}
