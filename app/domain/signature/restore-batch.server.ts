import { and, eq, isNull } from "drizzle-orm";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import type { Site } from "../site.ts";
import { putBackPart } from "./work-batch.server.ts";

/**
 * Puts back what a batch has taken out of the count and what has not been erased since; what it had not come to yet
 * stays as it is. The first part goes at once, the worker does the rest. `already` where somebody was first.
 */
export async function restoreBatch(
  site: Site,
  { publicId, moderatorId }: { publicId: string; moderatorId: string },
  now: number,
): Promise<"restored" | "already" | "own_campaign" | "unknown"> {
  return site.db.transaction("restore batch", async (tx) => {
    const { batches } = tx.tables;
    const [batch] = await tx.select().from(batches).where(eq(batches.publicId, publicId));
    if (!batch) return "unknown";
    const { id, campaignId } = batch;
    if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
    await holdCampaign(tx, campaignId);
    const [begun] = await tx
      .update(batches)
      .set({ restoredAt: now, restoredBy: moderatorId, selection: "", cursor: "" })
      .where(and(eq(batches.id, id), isNull(batches.restoredAt)))
      .returning({ id: batches.id });
    if (!begun) return "already";
    const detail = `batch ${publicId}`;
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "restore_signatures", subject: campaignId, detail },
      now,
    );
    if ((await putBackPart(tx, site, id, now)) > 0) {
      await queueJob(tx, { id: `work-batch:${id}:restore`, kind: "work-batch", rowId: id, dueAt: now }, now);
      tx.afterCommit(site.wake);
    }
    return "restored";
  });
}
