import { and, eq } from "drizzle-orm";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import type { Site } from "../site.ts";
import { findAppealable } from "./appealable.server.ts";
import { appealText } from "./appeals.server.ts";
import { appendAudit } from "./append-audit.server.ts";
import type { SettleAppealForm } from "./decision.ts";
import { type Moderator, moverOf, runsCampaign } from "./moderator.server.ts";
import { putBack } from "./put-back.server.ts";

/** Why an appeal still waits, or who settled it before. */
export type Unsettled =
  | "unknown"
  | "already_settled"
  /** Whoever decided may not decide whether they were right, admins neither. */
  | "same_moderator"
  | "own_campaign"
  /** The decision that it is against does not stand any more; it can only be dismissed. */
  | "overtaken";

/**
 * Settles an appeal, by another moderator than the one who decided. Granted: a rejected petition is reviewed again, a
 * hidden one is where it was. Its organisers are told what was decided, with the note.
 */
export async function settleAppeal(
  site: Site,
  asked: Moderator & { publicId: string; form: SettleAppealForm },
  now: number,
): Promise<"settled" | Unsettled> {
  const { publicId, moderatorId, form } = asked;
  return site.db.transaction("settle appeal", async (tx) => {
    const { appeals, campaignMoves } = tx.tables;
    const [found] = await tx
      .select({ appeal: appeals, deciderId: campaignMoves.accountId })
      .from(appeals)
      .innerJoin(campaignMoves, eq(campaignMoves.id, appeals.moveId))
      .where(eq(appeals.publicId, publicId));
    if (!found) return "unknown";
    const { id, campaignId, moveId } = found.appeal;
    if (found.deciderId === moderatorId) return "same_moderator";
    if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign) return "unknown";
    const stands = await findAppealable(tx, campaign);
    if (form.decision === "granted" && stands?.moveId !== moveId) {
      const [one] = await tx.select({ state: appeals.state }).from(appeals).where(eq(appeals.id, id));
      return one?.state === "waiting" ? "overtaken" : "already_settled";
    }
    const [settled] = await tx
      .update(appeals)
      .set({
        state: form.decision,
        note: site.keyring.seal(appealText(id, "note"), form.note),
        settledAt: now,
        settledBy: moderatorId,
      })
      .where(and(eq(appeals.id, id), eq(appeals.state, "waiting")))
      .returning({ id: appeals.id });
    if (!settled) return "already_settled";
    if (form.decision === "granted") {
      const by = { mover: moverOf(asked), accountId: moderatorId, note: "" };
      const back = await putBack(tx, site, campaign, by, now);
      if (back === undefined) throw new Error("an appeal was granted and nothing was taken back");
    }
    const action = form.decision === "granted" ? "grant_appeal" : "dismiss_appeal";
    await appendAudit(tx, { accountId: moderatorId, action, subject: campaignId, detail: "" }, now);
    await noticeOrganisers(tx, site, { campaignId, kind: "appeal_settled", subjectId: id }, now);
    return "settled";
  });
}
