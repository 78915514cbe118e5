import { PREVIEWS_PER_DAY } from "#app/policy.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/**
 * Mails the first message of a campaign's next round to somebody who runs it, at the address of their own account
 * and nowhere else, as a copy that says so. `too_many`: they have had as many as they may in a day.
 */
export async function sendPreview(
  site: Site,
  who: { campaignId: string; accountId: string },
  now: number,
): Promise<"sent" | "too_many" | "not_organiser"> {
  return site.db.transaction("send preview", async (tx) => {
    if ((await findOrganiserRole(tx, who)) === undefined) return "not_organiser";
    const key = `preview ${previewRow(who)}`;
    if (!(await takeAllowance(tx, { key, windowMs: DAY, limit: PREVIEWS_PER_DAY }, now))) return "too_many";
    await queueMail(tx, site, { template: "preview-report", rowId: previewRow(who) }, now);
    return "sent";
  });
}

/** How the outbox names a copy: the campaign, and the account that asked for it. */
export function previewRow({ campaignId, accountId }: { campaignId: string; accountId: string }): string {
  return `${campaignId} ${accountId}`;
}

/** Reads it back. */
export function ofPreviewRow(rowId: string): { campaignId: string; accountId: string } {
  const [campaignId = "", accountId = ""] = rowId.split(" ");
  return { campaignId, accountId };
}
