import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { TermProblem } from "../representative/seat-rules.ts";
import type { Site } from "../site.ts";
import { CHECKED_STATES } from "./named-recipient.ts";
import { seatOffice } from "./seat-office.server.ts";
import type { SettleRecipientForm } from "./settle-form.ts";

/** What became of a moderator's decision; nothing has happened in any case but `settled`. */
export type SettleRecipientOutcome =
  | { outcome: "settled" }
  | { outcome: "unknown" | "own_campaign" | "already_settled" | "not_now" }
  /** Somebody known has this address: they are the one, or it is another's. */
  | { outcome: "address_known" }
  | { outcome: "refused"; problem: TermProblem | "no_area" };

/**
 * Settles whether somebody named by organisers is one of those a campaign is addressed to. Accepted, they are an
 * office that can be told and can answer, with a seat that runs, and a recipient of this campaign; nobody gets a
 * second entry for an address that is known. The organisers are told; the address is kept with the seat alone.
 */
export async function settleRecipient(
  site: Site,
  { publicId, moderatorId, form }: { publicId: string; moderatorId: string; form: SettleRecipientForm },
  now: number,
): Promise<SettleRecipientOutcome> {
  return site.db.transaction("settle recipient", async (tx) => {
    const found = await find(tx, publicId);
    const campaign = found && (await holdCampaign(tx, found.campaignId));
    const named = campaign && (await find(tx, publicId));
    if (!named) return { outcome: "unknown" };
    const { campaignId } = named;
    if (await findOrganiserRole(tx, { campaignId, accountId: moderatorId }))
      return { outcome: "own_campaign" };
    if (named.state !== "waiting") return { outcome: "already_settled" };
    if (!isIn(CHECKED_STATES, campaign.state)) return { outcome: "not_now" };
    let representativeId = "";
    if (form.decision === "accepted") {
      const seated = await seatOffice(tx, site, { named, form, accountId: moderatorId }, now);
      if (seated.outcome !== "seated") return seated;
      ({ representativeId } = seated);
      await insertRecipient(tx, { named, representativeId, moderatorId }, now);
    }
    const { namedRecipients } = tx.tables;
    await tx
      .update(namedRecipients)
      .set({
        ...{ state: form.decision, representativeId, email: "" },
        reason: form.decision === "declined" ? form.reason : "",
        ...{ settledAt: now, settledBy: moderatorId },
      })
      .where(and(eq(namedRecipients.id, named.id), eq(namedRecipients.state, "waiting")));
    const action = form.decision === "accepted" ? "accept_recipient" : "decline_recipient";
    await appendAudit(tx, { accountId: moderatorId, action, subject: campaignId, detail: publicId }, now);
    await noticeOrganisers(tx, site, { campaignId, kind: "recipient_settled", subjectId: named.id }, now);
    return { outcome: "settled" };
  });
}

async function find(
  tx: Tx,
  publicId: string,
): Promise<Tables["namedRecipients"]["$inferSelect"] | undefined> {
  const { namedRecipients } = tx.tables;
  const [row] = await tx.select().from(namedRecipients).where(eq(namedRecipients.publicId, publicId));
  return row;
}

async function insertRecipient(
  tx: Tx,
  {
    named: { campaignId, position, isCopy },
    representativeId,
    moderatorId,
  }: {
    named: Tables["namedRecipients"]["$inferSelect"];
    representativeId: string;
    moderatorId: string;
  },
  now: number,
): Promise<void> {
  const { recipients } = tx.tables;
  const checked = { checkedBy: moderatorId, checkedAt: now };
  await tx
    .insert(recipients)
    .values({ campaignId, representativeId, position, isCopy, ...checked })
    .onConflictDoUpdate({
      target: [recipients.campaignId, recipients.representativeId],
      // Named twice, as one who answers and as one who reads along, they answer.
      set: { ...checked, ...(isCopy ? {} : { isCopy }) },
    });
}
