import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { PROPOSALS_PER_CAMPAIGN_PER_DAY } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import type { OutcomeForm } from "./outcome-form.ts";
import { OUTCOME_STATES } from "./proposal.ts";

/**
 * Takes down what has become of an ask; it is shown once a moderator has accepted it. `replaces` names an accepted
 * outcome of the same ask that it corrects. `demonstration`: nothing may stand against a real council there.
 */
export async function proposeOutcome(
  site: Site,
  { campaignId, accountId, form }: { campaignId: string; accountId: string; form: OutcomeForm },
  now: number,
): Promise<"proposed" | "unknown_ask" | "demonstration" | "too_many" | "not_now"> {
  return site.db.transaction("propose outcome", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(OUTCOME_STATES, campaign.state)) return "not_now";
    if (campaign.isDemonstration) return "demonstration";
    if (!(await hasAsk(tx, campaignId, form.position))) return "unknown_ask";
    const replacesId = await findReplaced(tx, campaignId, form);
    if (replacesId === undefined) return "unknown_ask";
    const allowance = {
      key: `propose ${campaignId}`,
      windowMs: DAY,
      limit: PROPOSALS_PER_CAMPAIGN_PER_DAY,
    };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    const { position, outcome, happenedOn, words, sourceUrl } = form;
    await tx.insert(tx.tables.askOutcomes).values({
      ...{ position, outcome, happenedOn, words, sourceUrl },
      ...{ campaignId, accountId, replacesId },
      id: v7({ msecs: now }),
      publicId: newPublicId(),
      state: "waiting",
      createdAt: now,
      settledAt: null,
      settledBy: "",
    });
    return "proposed";
  });
}

/** Takes back an outcome that no moderator has settled yet; false where there is none of this name. */
export async function withdrawOutcome(
  site: Site,
  { campaignId, publicId }: { campaignId: string; publicId: string },
  now: number,
): Promise<boolean> {
  return site.db.transaction("withdraw outcome", async (tx) => {
    const { askOutcomes } = tx.tables;
    const withdrawn = await tx
      .update(askOutcomes)
      .set({ state: "withdrawn", settledAt: now })
      .where(
        and(
          eq(askOutcomes.campaignId, campaignId),
          eq(askOutcomes.publicId, publicId),
          eq(askOutcomes.state, "waiting"),
        ),
      )
      .returning({ id: askOutcomes.id });
    return withdrawn.length > 0;
  });
}

async function hasAsk(tx: Tx, campaignId: string, position: number): Promise<boolean> {
  const { asks } = tx.tables;
  const found = await tx
    .select({ position: asks.position })
    .from(asks)
    .where(and(eq(asks.campaignId, campaignId), eq(asks.position, position)));
  return found.length > 0;
}

/** The row that a form corrects: blank where it corrects none, undefined where there is no such row to correct. */
async function findReplaced(tx: Tx, campaignId: string, form: OutcomeForm): Promise<string | undefined> {
  const { askOutcomes } = tx.tables;
  if (form.replaces === "") return "";
  const [row] = await tx
    .select({ id: askOutcomes.id })
    .from(askOutcomes)
    .where(
      and(
        eq(askOutcomes.campaignId, campaignId),
        eq(askOutcomes.position, form.position),
        eq(askOutcomes.publicId, form.replaces),
        eq(askOutcomes.state, "accepted"),
      ),
    );
  return row?.id;
}
