import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Place } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { noticeOrganisers } from "./notice-organisers.server.ts";
import { findOrganiserRole } from "./organisers.server.ts";
import { OUTCOME_STATES, type SettleOutcome, type Settling } from "./proposal.ts";

type Outcome = Tables["askOutcomes"]["$inferSelect"];

/** Where the note about an outcome is sealed. */
export function outcomeNote(outcomeId: string): Place {
  return { table: "ask_outcomes", column: "note", rowId: outcomeId };
}

/**
 * Settles what an organiser says has become of an ask: accepted, it is shown with the ask, and the newest by its
 * day is what the ask has come to; what it corrects is shown no more. The organisers are told. `changed_meanwhile`
 * where the ask, or what it corrects, is not there any more; it can still be declined then.
 */
export async function settleOutcome(
  site: Site,
  { publicId, moderatorId, decision, note }: Settling,
  now: number,
): Promise<SettleOutcome> {
  return site.db.transaction("settle outcome", async (tx) => {
    const found = await find(tx, publicId);
    const campaign = found && (await holdCampaign(tx, found.campaignId));
    const outcome = campaign && (await find(tx, publicId));
    if (!outcome) return "unknown";
    const { id, campaignId } = outcome;
    if (await findOrganiserRole(tx, { campaignId, accountId: moderatorId })) return "own_campaign";
    if (outcome.state !== "waiting") return "already_settled";
    if (decision === "accepted") {
      if (!isIn(OUTCOME_STATES, campaign.state) || !(await hasAsk(tx, outcome))) return "changed_meanwhile";
      if (outcome.replacesId !== "" && !(await retire(tx, outcome, now))) return "changed_meanwhile";
    }
    const { askOutcomes } = tx.tables;
    await tx
      .update(askOutcomes)
      .set({
        state: decision,
        note: note === "" ? "" : site.keyring.seal(outcomeNote(id), note),
        settledAt: now,
        settledBy: moderatorId,
      })
      .where(and(eq(askOutcomes.id, id), eq(askOutcomes.state, "waiting")));
    if (decision === "accepted") await writeNewest(tx, outcome);
    const action = decision === "accepted" ? "accept_outcome" : "decline_outcome";
    await appendAudit(tx, { accountId: moderatorId, action, subject: campaignId, detail: publicId }, now);
    await noticeOrganisers(tx, site, { campaignId, kind: "outcome_settled", subjectId: id }, now);
    return "settled";
  });
}

async function find(tx: Tx, publicId: string): Promise<Outcome | undefined> {
  const { askOutcomes } = tx.tables;
  const [row] = await tx.select().from(askOutcomes).where(eq(askOutcomes.publicId, publicId));
  return row;
}

async function hasAsk(tx: Tx, { campaignId, position }: Outcome): Promise<boolean> {
  const { asks } = tx.tables;
  const found = await tx
    .select({ position: asks.position })
    .from(asks)
    .where(and(eq(asks.campaignId, campaignId), eq(asks.position, position)));
  return found.length > 0;
}

/** Takes back what a correction takes the place of; false where something else has done so already. */
async function retire(tx: Tx, { replacesId }: Outcome, now: number): Promise<boolean> {
  const { askOutcomes } = tx.tables;
  const retired = await tx
    .update(askOutcomes)
    .set({ state: "withdrawn", settledAt: now })
    .where(and(eq(askOutcomes.id, replacesId), eq(askOutcomes.state, "accepted")))
    .returning({ id: askOutcomes.id });
  return retired.length > 0;
}

/** Writes to the ask what its newest accepted outcome says. */
async function writeNewest(tx: Tx, { campaignId, position }: Outcome): Promise<void> {
  const { asks, askOutcomes } = tx.tables;
  const [newest] = await tx
    .select({ outcome: askOutcomes.outcome, outcomeOn: askOutcomes.happenedOn })
    .from(askOutcomes)
    .where(
      and(
        eq(askOutcomes.campaignId, campaignId),
        eq(askOutcomes.position, position),
        eq(askOutcomes.state, "accepted"),
      ),
    )
    .orderBy(desc(askOutcomes.happenedOn), desc(askOutcomes.createdAt), desc(askOutcomes.id))
    .limit(1);
  if (newest)
    await tx
      .update(asks)
      .set(newest)
      .where(and(eq(asks.campaignId, campaignId), eq(asks.position, position)));
}
