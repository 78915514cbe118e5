import { and, eq } from "drizzle-orm";
import { UPDATE_COPIES_PER_DAY } from "#app/policy-news.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/**
 * Mails an update to somebody who runs its campaign, at the address of their own account and nowhere else, as those
 * who signed would get it and marked as a copy.
 */
export async function sendCopy(
  site: Site,
  { campaignId, accountId, publicId }: { campaignId: string; accountId: string; publicId: string },
  now: number,
): Promise<"sent" | "too_many" | "not_organiser" | "unknown"> {
  return site.db.transaction("send copy of update", async (tx) => {
    const { updates } = tx.tables;
    if ((await findOrganiserRole(tx, { campaignId, accountId })) === undefined) return "not_organiser";
    const [update] = await tx
      .select({ id: updates.id })
      .from(updates)
      .where(and(eq(updates.campaignId, campaignId), eq(updates.publicId, publicId)));
    if (!update) return "unknown";
    const allowance = { key: `update copies ${accountId}`, windowMs: DAY, limit: UPDATE_COPIES_PER_DAY };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    await queueMail(
      tx,
      site,
      { template: "update-copy", rowId: copyRow({ updateId: update.id, accountId }) },
      now,
    );
    return "sent";
  });
}

/** How the outbox names a copy: the update, and the account that asked for it. */
export function copyRow({ updateId, accountId }: { updateId: string; accountId: string }): string {
  return `${updateId} ${accountId}`;
}

/** Reads it back. */
export function ofCopyRow(rowId: string): { updateId: string; accountId: string } {
  const [updateId = "", accountId = ""] = rowId.split(" ");
  return { updateId, accountId };
}
