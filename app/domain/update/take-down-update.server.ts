import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { UpdateState } from "#db/tables/news.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import type { Update } from "./publish-update.server.ts";
import { findUpdate, updateNote } from "./settle-update.server.ts";

/**
 * Takes an update off the site that is in public, with a note to those who run the campaign. What of its mailing has
 * not left stays here. For moderators.
 */
export async function pullUpdate(
  site: Site,
  { publicId, moderatorId, note }: { publicId: string; moderatorId: string; note: string },
  now: number,
): Promise<"pulled" | "not_public" | "unknown" | "own_campaign"> {
  return site.db.transaction("pull update", async (tx) => {
    const update = await findUpdate(tx, publicId);
    if (!update || update.state === "draft") return "unknown";
    const { id, campaignId } = update;
    if (await findOrganiserRole(tx, { campaignId, accountId: moderatorId })) return "own_campaign";
    const sealed = site.keyring.seal(updateNote(id), note);
    const pulled = await end(tx, id, ["published"], {
      state: "pulled",
      note: sealed,
      settledBy: moderatorId,
    });
    if (!pulled) return "not_public";
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "pull_update", subject: campaignId, detail: publicId },
      now,
    );
    await noticeOrganisers(tx, site, { campaignId, kind: "update_settled", subjectId: id }, now);
    return "pulled";
  });
}

/**
 * Takes back an update that waits, or that is in public. What of its mailing has not left stays here. For those who
 * run the campaign; false where there is nothing of this name to take back.
 */
export async function withdrawUpdate(
  site: Pick<Site, "db">,
  { campaignId, accountId, publicId }: { campaignId: string; accountId: string; publicId: string },
  now: number,
): Promise<boolean> {
  return site.db.transaction("withdraw update", async (tx) => {
    const update = await findUpdate(tx, publicId);
    if (update?.campaignId !== campaignId) return false;
    if (!(await end(tx, update.id, ["waiting", "published"], { state: "withdrawn" }))) return false;
    const audit = { accountId, action: "withdraw_update", subject: campaignId, detail: publicId };
    await appendAudit(tx, audit, now);
    return true;
  });
}

async function end(
  tx: Tx,
  id: string,
  from: UpdateState[],
  change: Partial<Pick<Update, "state" | "note" | "settledBy">>,
): Promise<boolean> {
  const { updates } = tx.tables;
  const ended = await tx
    .update(updates)
    .set(change)
    .where(and(eq(updates.id, id), inArray(updates.state, from)))
    .returning({ id: updates.id });
  if (ended.length === 0) return false;
  await tx
    .update(updates)
    .set({ mailing: "stopped" })
    .where(and(eq(updates.id, id), inArray(updates.mailing, ["planning", "sending"])));
  await tx
    .update(updates)
    .set({ mailing: "none", mailAt: null })
    .where(and(eq(updates.id, id), inArray(updates.mailing, ["asked", "due"])));
  return true;
}
