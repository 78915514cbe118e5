import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { UPDATE_DRAFTS } from "#app/policy-news.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { UPDATE_STATES } from "./update.ts";
import type { UpdateForm } from "./update-form.ts";

/** What became of saving a draft, and the draft's public name. */
export type SavedDraft =
  | { outcome: "saved"; publicId: string }
  | { outcome: "not_now" | "too_many" | "unknown" };

/**
 * Keeps an update that is being written, which only those who run the campaign see: a new one, or `publicId` again.
 * `unknown`: it is no draft any more.
 */
export async function saveDraftUpdate(
  site: Pick<Site, "db">,
  {
    campaignId,
    accountId,
    publicId,
    form,
  }: { campaignId: string; accountId: string; publicId?: string; form: UpdateForm },
  now: number,
): Promise<SavedDraft> {
  return site.db.transaction("save draft update", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(UPDATE_STATES, campaign.state)) return { outcome: "not_now" };
    const { updates } = tx.tables;
    const { title, body, mail } = form;
    const written = { title, body, accountId, mailing: mail ? "asked" : "none", createdAt: now } as const;
    const isDraft = and(eq(updates.campaignId, campaignId), eq(updates.state, "draft"));
    if (publicId !== undefined) {
      const saved = await tx
        .update(updates)
        .set(written)
        .where(and(isDraft, eq(updates.publicId, publicId)))
        .returning({ id: updates.id });
      return saved.length > 0 ? { outcome: "saved", publicId } : { outcome: "unknown" };
    }
    const [drafts] = await tx
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(updates)
      .where(isDraft);
    if ((drafts?.count ?? 0) >= UPDATE_DRAFTS) return { outcome: "too_many" };
    const fresh = newPublicId();
    await tx.insert(updates).values({
      ...{ ...written, id: v7({ msecs: now }), publicId: fresh, campaignId, state: "draft" },
      ...{ reason: "", note: "", settledBy: "", publishedAt: null, mailAt: null },
      ...{ plannedUpTo: "", recipientCount: 0, mailedAt: null },
    });
    return { outcome: "saved", publicId: fresh };
  });
}

/** Throws a draft away; false where there is none of this name. */
export async function deleteDraftUpdate(
  site: Pick<Site, "db">,
  { campaignId, publicId }: { campaignId: string; publicId: string },
): Promise<boolean> {
  return site.db.transaction("delete draft update", async (tx) => {
    const { updates } = tx.tables;
    const gone = await tx
      .delete(updates)
      .where(
        and(eq(updates.campaignId, campaignId), eq(updates.publicId, publicId), eq(updates.state, "draft")),
      )
      .returning({ id: updates.id });
    return gone.length > 0;
  });
}
