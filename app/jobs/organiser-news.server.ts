import { eq } from "drizzle-orm";
import { REVIEW_TARGET_HOURS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import type { Tables } from "#db/schema.ts";
import { campaignPath } from "../domain/campaign/campaign-path.ts";
import { moveNote } from "../domain/campaign/move-campaign.server.ts";
import { countSignatures } from "../domain/campaign/queries.server.ts";
import { changeNote } from "../domain/campaign/settle-change.server.ts";
import { outcomeNote } from "../domain/campaign/settle-outcome.server.ts";
import { appealText } from "../domain/moderation/appeals.server.ts";
import { countChancesLeft } from "../domain/moderation/campaign-moves.server.ts";
import type { OrganiserNotice } from "../domain/moderation/organiser-notice.server.ts";
import { CLOSING_MOVED, reasonWords } from "../domain/moderation/reasons.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { namedLine, refusalWords } from "../domain/recipient/named-recipient.ts";
import { declineWords } from "../domain/response/response.ts";
import { findResponse } from "../domain/response/waiting.server.ts";
import { londonDay } from "../domain/time/london.ts";
import { updateNote } from "../domain/update/settle-update.server.ts";
import type { OrganiserNews } from "../emails/organiser-news.ts";
import type { WorkerContext } from "./worker-context.ts";

/** A piece of news and the moderator's note, from what the rows say now. */
export interface FoundNews {
  news: OrganiserNews;
  note: string;
}

/** What a mail to an organiser tells; undefined where the row that it is about is gone. */
export async function findNews(
  context: WorkerContext,
  notice: OrganiserNotice,
): Promise<FoundNews | undefined> {
  const { db, keyring, settings } = context;
  const { kind, subjectId, campaign } = notice;
  switch (kind) {
    case "started": {
      const { support } = await linkTokens(db.read, keyring, campaign.id);
      const supportUrl = support === undefined ? undefined : `${settings.appUrl}/support/${support}`;
      return { news: { kind, supportersNeeded: SUPPORTERS_FOR_REVIEW, supportUrl }, note: "" };
    }
    case "supported":
    case "complaint":
      return { news: { kind }, note: "" };
    // Has a mail of its own.
    case "reply":
      return undefined;
    case "submitted":
      return { news: { kind, withinHours: REVIEW_TARGET_HOURS }, note: "" };
    case "decision":
      return findDecision(context, notice);
    case "change_settled": {
      const { proposedChanges } = db.tables;
      const [row] = await db.read.select().from(proposedChanges).where(eq(proposedChanges.id, subjectId));
      const news = { kind, isAccepted: row?.state === "accepted" } as const;
      return row && { news, note: keyring.open(changeNote(row.id), row.note) };
    }
    case "outcome_settled": {
      const { askOutcomes } = db.tables;
      const [row] = await db.read.select().from(askOutcomes).where(eq(askOutcomes.id, subjectId));
      const news = { kind, isAccepted: row?.state === "accepted" } as const;
      return row && { news, note: keyring.open(outcomeNote(row.id), row.note) };
    }
    case "update_settled": {
      const { updates } = db.tables;
      const [row] = await db.read.select().from(updates).where(eq(updates.id, subjectId));
      if (row?.state !== "published" && row?.state !== "declined" && row?.state !== "pulled")
        return undefined;
      const mailOn = row.mailAt === null ? "" : londonDay(row.mailAt);
      const today = londonDay(context.clock.now());
      return {
        news: { kind, fate: row.state, mailOn, today },
        note: row.note === "" ? "" : keyring.open(updateNote(row.id), row.note),
      };
    }
    case "recipient_settled": {
      const { namedRecipients } = db.tables;
      const [row] = await db.read.select().from(namedRecipients).where(eq(namedRecipients.id, subjectId));
      if (row?.state !== "accepted" && row?.state !== "declined") return undefined;
      const news = { kind, isAccepted: row.state === "accepted", who: namedLine(row) } as const;
      return { news: { ...news, reason: refusalWords(row.reason) }, note: "" };
    }
    case "answer_settled": {
      const response = await findResponse(db.read, keyring, { groupId: subjectId });
      if (response?.state !== "published" && response?.state !== "declined") return undefined;
      const reason = declineWords(response.reason);
      const isPublished = response.state === "published";
      return { news: { kind, isPublished, who: response.representative.name, reason }, note: "" };
    }
    case "appeal_settled": {
      const { appeals, campaignMoves } = db.tables;
      const [row] = await db.read
        .select({ appeal: appeals, against: campaignMoves.toState })
        .from(appeals)
        .innerJoin(campaignMoves, eq(campaignMoves.id, appeals.moveId))
        .where(eq(appeals.id, subjectId));
      if (!row) return undefined;
      const isGranted = row.appeal.state === "granted";
      return {
        news: { kind, isGranted, wasHidden: row.against === "hidden" },
        note: keyring.open(appealText(row.appeal.id, "note"), row.appeal.note),
      };
    }
  }
}

async function findDecision(context: WorkerContext, notice: OrganiserNotice): Promise<FoundNews | undefined> {
  const { db, keyring } = context;
  const { campaignMoves } = db.tables;
  const [move] = await db.read.select().from(campaignMoves).where(eq(campaignMoves.id, notice.subjectId));
  if (!move) return undefined;
  const news = await decisionNews(context, notice, move);
  return news && { news, note: keyring.open(moveNote(move.id), move.note) };
}

async function decisionNews(
  { db, settings, clock }: WorkerContext,
  { campaign }: OrganiserNotice,
  move: Tables["campaignMoves"]["$inferSelect"],
): Promise<OrganiserNews | undefined> {
  const path = campaignPath(campaign, undefined);
  const campaignUrl = path === "" ? "" : settings.appUrl + path;
  const dates = { closesOn: campaign.closesOn, today: londonDay(clock.now()), campaignUrl };
  const reason = reasonWords(move.reason);
  if (move.fromState === "hidden" && move.toState !== "removed") return { kind: "back" };
  switch (move.toState) {
    case "open":
      return move.fromState === "in_review"
        ? { kind: "published", isMoved: move.reason === CLOSING_MOVED, ...dates }
        : { kind: "reopened", ...dates };
    case "changes_requested":
      return {
        kind: "changes_asked",
        isLastChance: (await countChancesLeft(db.read, campaign.id)) === 0,
      };
    case "rejected":
      return { kind: "rejected", reason, campaignUrl };
    case "hidden":
    case "removed":
      return { kind: move.toState, reason };
    case "paused":
      return { kind: "paused" };
    case "closed": {
      // It closes as its last day ends: the moment itself is the next day's.
      const closedOn = londonDay((campaign.closedAt ?? move.at) - 1);
      const count = await countSignatures(db.read, campaign.id);
      return { kind: "closed", closedOn, today: dates.today, count, bodyName: campaign.bodyName };
    }
    case "draft":
    case "gathering":
    case "in_review":
    case "archived":
      return undefined;
  }
}
