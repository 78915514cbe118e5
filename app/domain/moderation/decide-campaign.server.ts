import type { Tx } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { dateLetter } from "../campaign/date-letter.server.ts";
import { type CampaignMove, moveCampaign } from "../campaign/move-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { slugOnceReviewed } from "../campaign/take-slug.server.ts";
import { returnSupporters } from "../signature/return-supporters.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import { countChancesLeft, findBegunAt } from "./campaign-moves.server.ts";
import { campaignSubject, dropClaim, takeClaim } from "./claims.server.ts";
import { closingDay } from "./closing-day.ts";
import type { Decision } from "./decision.ts";
import { type CampaignRow, holdByNumber, type Moderator, moverOf, runsCampaign } from "./moderator.server.ts";
import { CLOSING_MOVED } from "./reasons.ts";

/** What a moderator decides, about which version of the text. */
export interface CampaignDecision extends Moderator {
  number: number;
  textVersion: number;
  decision: Decision;
}

/** Why nothing was decided: the campaign stands as it was. */
export type Undecided =
  | "unknown"
  | "own_campaign"
  /** Not in review, or not any more. */
  | "not_in_review"
  /** Another moderator has it in hand. */
  | "held"
  /** Its text is not the one that was read. */
  | "text_changed"
  /** Changes have been asked for as often as they may be. */
  | "no_chance_left";

/**
 * Decides a petition in review, and mails its organisers what was decided with the note. Whatever becomes public
 * has an address made from its title as it is then. Publishing moves the closing day where too little time is left,
 * and asks supporters of an older text again. What the moderator had in
 * hand is free afterwards. Of two moderators at once one decides.
 */
export async function decideCampaign(
  site: Site,
  asked: CampaignDecision,
  now: number,
): Promise<"decided" | Undecided> {
  const { number, moderatorId, textVersion, decision } = asked;
  return site.db.transaction("decide campaign", async (tx) => {
    const campaign = await holdByNumber(tx, number);
    if (!campaign) return "unknown";
    if (await runsCampaign(tx, campaign.id, moderatorId)) return "own_campaign";
    if (campaign.state !== "in_review") return "not_in_review";
    const claim = { subject: campaignSubject(campaign.id), accountId: moderatorId };
    if (!(await takeClaim(tx, claim, now))) return "held";
    if (campaign.textVersion !== textVersion) return "text_changed";
    if (decision.decision === "ask_changes" && (await countChancesLeft(tx, campaign.id)) === 0)
      return "no_chance_left";
    const move = {
      campaignId: campaign.id,
      from: "in_review",
      mover: moverOf(asked),
      accountId: moderatorId,
      note: decision.note,
      ...(await decided(tx, campaign, decision, now)),
    } as const;
    const moveId = await moveCampaign(tx, site, move, now);
    if (moveId === undefined) throw new Error(`a campaign that is held did not go to ${move.to}`);
    if (decision.decision === "publish") await returnSupporters(tx, site, campaign.id, now);
    await dropClaim(tx, claim);
    await noticeOrganisers(tx, site, { campaignId: campaign.id, kind: "decision", subjectId: moveId }, now);
    return "decided";
  });
}

async function decided(
  tx: Tx,
  campaign: CampaignRow,
  decision: Decision,
  now: number,
): Promise<{ to: CampaignState } & Pick<CampaignMove, "reason" | "set">> {
  switch (decision.decision) {
    case "publish": {
      const begunOn = londonDay(await findBegunAt(tx, campaign));
      const closesOn = closingDay({ closesOn: campaign.closesOn, begunOn, today: londonDay(now) });
      await dateLetter(tx, campaign, londonDay(now));
      const reason = closesOn === campaign.closesOn ? "" : CLOSING_MOVED;
      return {
        to: "open",
        reason,
        set: { slug: await slugOnceReviewed(tx, campaign), openedAt: now, closesOn },
      };
    }
    case "ask_changes":
      return { to: "changes_requested" };
    case "reject":
      return {
        ...{ to: "rejected", reason: decision.rejectReason },
        set: { slug: await slugOnceReviewed(tx, campaign) },
      };
    case "hide":
      return { to: "hidden", reason: decision.hideReason };
  }
}
