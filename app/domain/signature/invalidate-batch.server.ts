import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { CampaignState } from "#db/tables/campaign.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { type BatchReason, type BatchSelection, isNarrow } from "./batch-selection.ts";
import { takeOutPart } from "./work-batch.server.ts";

/** Campaigns whose signatures may be taken out: those that were published, as long as they may be signed again. */
export const BATCH_STATES = ["open", "paused", "closed"] as const satisfies CampaignState[];

/**
 * Takes the counted signatures of a selection out of the count, as one batch that can be put back. The first part of
 * up to 500 goes at once, the worker does the rest and goes on where it stopped. `nothing` where nobody is meant,
 * `too_wide` for a selection that could be a whole campaign, `own_campaign` for whoever runs it.
 */
export async function invalidateBatch(
  site: Site,
  asked: { campaignId: string; selection: BatchSelection; moderatorId: string; reason: BatchReason },
  now: number,
): Promise<{ publicId: string } | "nothing" | "too_wide" | "own_campaign" | "not_now"> {
  const { campaignId, selection, moderatorId, reason } = asked;
  if (!isNarrow(selection)) return "too_wide";
  return site.db.transaction("invalidate batch", async (tx) => {
    const { batches } = tx.tables;
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(BATCH_STATES, campaign.state)) return "not_now";
    if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
    const id = v7({ msecs: now });
    const publicId = newPublicId();
    await tx.insert(batches).values({
      ...{ id, publicId, campaignId, accountId: moderatorId, reason, createdAt: now },
      ...{ restoredAt: null, restoredBy: "", selection: JSON.stringify(selection) },
    });
    const part = await takeOutPart(tx, site, id, now);
    if (part.taken === 0 && part.isDone) {
      await tx.delete(batches).where(eq(batches.id, id));
      return "nothing";
    }
    const detail = `${reason}, batch ${publicId}`;
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "invalidate_signatures", subject: campaignId, detail },
      now,
    );
    if (!part.isDone) {
      await queueJob(tx, { id: `work-batch:${id}:take`, kind: "work-batch", rowId: id, dueAt: now }, now);
      tx.afterCommit(site.wake);
    }
    return { publicId };
  });
}
