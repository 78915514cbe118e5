import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropClaim } from "../moderation/claims.server.ts";
import { isHeldByOther } from "../moderation/held-by-other.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import type { SettleAnswerForm } from "./answer-form.ts";
import { responsePlace, responseSubject } from "./response.ts";

type Row = Tables["responses"]["$inferSelect"];

/**
 * Publishes an answer in place of what was public of the same person before, or declines it; the address on record
 * is told, or, of a reply that organisers posted, they are. One that was posted never takes the place of what its
 * recipient has answered here: `answered_itself`. `not_real` where it was written in a rehearsal or stands in the demonstration, for somebody who is not
 * invented: that is never published. `own_campaign` for a moderator who runs the campaign.
 */
export async function settleResponse(
  site: Site,
  { publicId, form, accountId }: { publicId: string; form: SettleAnswerForm; accountId: string },
  now: number,
): Promise<
  "settled" | "already_settled" | "held" | "own_campaign" | "not_real" | "answered_itself" | "unknown"
> {
  return site.db.transaction("settle response", async (tx) => {
    const { responses, representatives } = tx.tables;
    const [found] = await tx
      .select({ response: responses, isInvented: representatives.isInvented })
      .from(responses)
      .innerJoin(representatives, eq(representatives.id, responses.representativeId))
      .where(eq(responses.publicId, publicId));
    if (!found) return "unknown";
    const { groupId, campaignId, mode, postedBy } = found.response;
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign) return "unknown";
    if (await runsCampaign(tx, campaignId, accountId)) return "own_campaign";
    const claim = { subject: responseSubject(groupId), accountId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    const isReal = found.isInvented || (mode === "live" && !campaign.isDemonstration);
    if (form.decision === "publish" && !isReal) return "not_real";
    if (form.decision === "publish" && postedBy !== "" && (await hasAnsweredItself(tx, found.response)))
      return "answered_itself";
    const isWaiting = and(eq(responses.groupId, groupId), eq(responses.state, "waiting"));
    const settled = { settledAt: now, settledBy: accountId };
    if (form.decision === "decline") {
      const { reason } = form;
      const declined = await tx
        .update(responses)
        .set({ state: "declined", reason, ...settled })
        .where(isWaiting)
        .returning({ id: responses.id });
      if (declined.length === 0) return "already_settled";
    } else {
      const waiting = await tx.select().from(responses).where(isWaiting).orderBy(responses.id);
      if (waiting.length === 0) return "already_settled";
      await replaceFormer(tx, found.response, now);
      for (const row of waiting) await publish(tx, site.keyring, row, accountId, now);
    }
    await dropClaim(tx, claim);
    const detail = form.decision === "decline" ? form.reason : "";
    const action = form.decision === "publish" ? "publish_answer" : "decline_answer";
    await appendAudit(tx, { accountId, action, subject: groupId, detail }, now);
    if (postedBy === "") await queueMail(tx, site, { template: "answer-settled", rowId: groupId }, now);
    else await noticeOrganisers(tx, site, { campaignId, kind: "answer_settled", subjectId: groupId }, now);
    return "settled";
  });
}

async function hasAnsweredItself(tx: Tx, { campaignId, representativeId }: Row): Promise<boolean> {
  const { responses } = tx.tables;
  const own = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.campaignId, campaignId),
        eq(responses.representativeId, representativeId),
        eq(responses.postedBy, ""),
        eq(responses.state, "published"),
      ),
    )
    .limit(1);
  return own.length > 0;
}

/** What was public of them until now can still be read as what they answered before. */
async function replaceFormer(
  tx: Tx,
  { campaignId, representativeId, groupId }: Row,
  now: number,
): Promise<void> {
  const { responses } = tx.tables;
  await tx
    .update(responses)
    .set({ state: "replaced", settledAt: now })
    .where(
      and(
        eq(responses.campaignId, campaignId),
        eq(responses.representativeId, representativeId),
        eq(responses.state, "published"),
        ne(responses.groupId, groupId),
      ),
    );
}

async function publish(tx: Tx, keyring: Keyring, row: Row, accountId: string, now: number): Promise<void> {
  const { responses } = tx.tables;
  const opened = (column: "words" | "writer_name" | "writer_role", sealed: string) =>
    keyring.open(responsePlace(row.id, column), sealed);
  const [former] = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.campaignId, row.campaignId),
        eq(responses.representativeId, row.representativeId),
        eq(responses.position, row.position),
        eq(responses.state, "replaced"),
        eq(responses.settledAt, now),
        isNotNull(responses.publishedAt),
      ),
    );
  await tx
    .update(responses)
    .set({
      state: "published",
      words: opened("words", row.words),
      writerName: opened("writer_name", row.writerName),
      writerRole: opened("writer_role", row.writerRole),
      replaces: former?.id ?? "",
      ...{ publishedAt: now, settledAt: now, settledBy: accountId },
    })
    .where(and(eq(responses.id, row.id), eq(responses.state, "waiting")));
}
