import { and, eq, isNotNull } from "drizzle-orm";
import { UPDATES_PER_DAY } from "#app/policy-news.ts";
import type { Reader } from "#db/database.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { publishUpdate } from "./publish-update.server.ts";
import { UPDATE_STATES } from "./update.ts";

/**
 * Hands an update in that has been drafted. It waits for a moderator, unless the campaign belongs to a verified
 * group and an earlier update of it is in public: then it is published at once, and a moderator can pull it.
 */
export async function submitUpdate(
  site: Site,
  { campaignId, accountId, publicId }: { campaignId: string; accountId: string; publicId: string },
  now: number,
): Promise<"waiting" | "published" | "not_now" | "too_many" | "unknown"> {
  return site.db.transaction("submit update", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(UPDATE_STATES, campaign.state)) return "not_now";
    const { updates } = tx.tables;
    const isThis = and(
      eq(updates.campaignId, campaignId),
      eq(updates.publicId, publicId),
      eq(updates.state, "draft"),
    );
    const [update] = await tx.select().from(updates).where(isThis);
    if (!update) return "unknown";
    const allowance = { key: `updates ${campaignId}`, windowMs: DAY, limit: UPDATES_PER_DAY };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    if (await appearsAtOnce(tx, campaign)) {
      await publishUpdate(tx, site, { update, from: ["draft"], settledBy: "" }, now);
      const audit = { accountId, action: "publish_update", subject: campaignId, detail: publicId };
      await appendAudit(tx, audit, now);
      return "published";
    }
    await tx.update(updates).set({ state: "waiting", accountId, createdAt: now }).where(isThis);
    return "waiting";
  });
}

/** Whether a campaign's next update is shown without waiting: a verified group's, once a moderator has seen one. */
export async function appearsAtOnce(
  read: Reader,
  { id, groupId }: { id: string; groupId: string },
): Promise<boolean> {
  const { updates, groups } = read.tables;
  if (groupId === "") return false;
  const [group] = await read
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.id, groupId), eq(groups.state, "open"), isNotNull(groups.verifiedAt)));
  if (!group) return false;
  const [seen] = await read
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.campaignId, id), eq(updates.state, "published")))
    .limit(1);
  return seen !== undefined;
}
