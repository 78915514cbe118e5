import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { GONE_STATES, isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { moveCampaign } from "../campaign/move-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { getText } from "../campaign/replace-text.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Site } from "../site.ts";
import { askAuthor } from "./ask-author.server.ts";
import { dropClaim } from "./claims.server.ts";
import { type ComplaintStep, operatorDeadline, possibleSteps } from "./complaint.ts";
import { complaintPlace, complaintSubject } from "./complaints.server.ts";
import { foldStatement } from "./fold-statement.ts";
import { isHeldByOther } from "./held-by-other.server.ts";
import { runsCampaign } from "./moderator.server.ts";
import { moveComplaint } from "./move-complaint.server.ts";

type Row = Tables["complaints"]["$inferSelect"];

/**
 * What came of a moderator's step: `held` where another moderator has the complaint in hand, `own_campaign` for
 * whoever runs the campaign, `not_possible` where the complaint is elsewhere by now, `still_there` where the words
 * stand in the text.
 */
export type SettleComplaintOutcome =
  | "settled"
  | "held"
  | "own_campaign"
  | "not_possible"
  | "still_there"
  | "unknown";

/**
 * Does one step of a moderator about a complaint, if it is possible now. Whoever complained is told when it is
 * settled; the organisers are told of what happens to their campaign.
 */
export async function settleComplaint(
  site: Site,
  { publicId, form, accountId }: { publicId: string; form: ComplaintStep; accountId: string },
  now: number,
): Promise<SettleComplaintOutcome> {
  return site.db.transaction("settle complaint", async (tx) => {
    const { complaints } = tx.tables;
    const [found] = await tx
      .select({ id: complaints.id, campaignId: complaints.campaignId })
      .from(complaints)
      .where(eq(complaints.publicId, publicId));
    if (!found) return "unknown";
    const { campaignId } = found;
    if (await runsCampaign(tx, campaignId, accountId)) return "own_campaign";
    const claim = { subject: complaintSubject(found.id), accountId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    // Held before the complaint in every step, so that no two steps wait for each other.
    const campaign = campaignId === "" ? undefined : await holdCampaign(tx, campaignId);
    const [row] = await tx.select().from(complaints).where(eq(complaints.id, found.id));
    if (!row || !possibleSteps(row.state, campaignId !== "").includes(form.step)) return "not_possible";
    const outcome = await doStep(tx, site, { row, campaign, form, accountId }, now);
    if (outcome === "settled" && form.step !== "ask") await dropClaim(tx, claim);
    return outcome;
  });
}

interface Step {
  row: Row;
  /** The campaign that it is about, held. */
  campaign?: Tables["campaigns"]["$inferSelect"];
  form: ComplaintStep;
  accountId: string;
}

async function doStep(tx: Tx, site: Site, step: Step, now: number): Promise<SettleComplaintOutcome> {
  const { row, form, accountId } = step;
  const { id: complaintId, state: from } = row;
  const move = { complaintId, from, mover: "moderator", accountId } as const;
  switch (form.step) {
    case "ask":
      return done(await askAuthor(tx, site, row, { mover: "moderator", accountId }, now));
    case "hide":
      if (!(await moveComplaint(tx, { ...move, to: "removed", detail: "hidden" }, now)))
        return "not_possible";
      await hideCampaign(tx, site, step, now);
      return tellComplainant(tx, site, row, now);
    case "passage_gone":
      if (await isStillThere(tx, site, step)) return "still_there";
      if (!(await moveComplaint(tx, { ...move, to: "removed", detail: "passage" }, now)))
        return "not_possible";
      await withholdFormerTexts(tx, row.campaignId);
      return tellComplainant(tx, site, row, now);
    case "keep":
      if (!(await moveComplaint(tx, { ...move, to: "kept" }, now))) return "not_possible";
      // Where the author has answered, whoever complained has been told already that the words stay.
      return from === "author_disagreed" ? "settled" : tellComplainant(tx, site, row, now);
    case "false_details": {
      const set = { dueAt: operatorDeadline(now) };
      return done(
        await moveComplaint(tx, { ...move, to: "author_silent", detail: "false_details", set }, now),
      );
    }
    case "invalid":
      if (!(await moveComplaint(tx, { ...move, to: "invalid", detail: form.reason }, now)))
        return "not_possible";
      if (form.reason === "abuse") return "settled";
      return tellComplainant(tx, site, row, now);
  }
}

function done(isDone: boolean): SettleComplaintOutcome {
  return isDone ? "settled" : "not_possible";
}

async function tellComplainant(
  tx: Tx,
  site: Site,
  { id }: Row,
  now: number,
): Promise<SettleComplaintOutcome> {
  await queueMail(tx, site, { template: "complaint-settled", rowId: id }, now);
  return "settled";
}

/** What is gone already stays so: then only the complaint is settled. */
async function hideCampaign(tx: Tx, site: Site, { campaign, accountId }: Step, now: number): Promise<void> {
  if (!campaign || isIn(GONE_STATES, campaign.state)) return;
  const { id: campaignId, state: from } = campaign;
  const move = {
    campaignId,
    from,
    to: "hidden",
    mover: "moderator",
    accountId,
    reason: "defamatory",
  } as const;
  const moveId = await moveCampaign(tx, site, move, now);
  if (moveId === undefined) throw new Error(`a campaign in ${from} cannot be hidden`);
  await noticeOrganisers(tx, site, { campaignId, kind: "decision", subjectId: moveId }, now);
}

/** Whether the words stand in the campaign's text, as far as letters tell; what is hidden or our own is not looked at. */
async function isStillThere(tx: Tx, { keyring }: Site, { row, campaign }: Step): Promise<boolean> {
  if (!campaign || isIn(GONE_STATES, campaign.state)) return false;
  const { en, easy, asks } = await getText(tx, campaign.id);
  const texts = [en, easy].flatMap((text) => (text ? [text.title, text.why, text.more] : []));
  const words = foldStatement(keyring.open(complaintPlace(row.id, "statement"), row.statement));
  return words !== "" && [...texts, ...asks].some((text) => foldStatement(text).includes(words));
}

/** The texts that were replaced may hold the words too, and are public otherwise. */
async function withholdFormerTexts(tx: Tx, campaignId: string): Promise<void> {
  const { formerTexts } = tx.tables;
  await tx
    .update(formerTexts)
    .set({ wasPublic: false })
    .where(and(eq(formerTexts.campaignId, campaignId), eq(formerTexts.wasPublic, true)));
}
