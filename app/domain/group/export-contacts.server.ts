import { CONTACT_EXPORTS_PER_DAY } from "#app/policy-groups.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { findMemberRole } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { countContacts } from "./contacts.server.ts";
import { findAskingGroup } from "./publisher.server.ts";

/** Whether a list may be given out now; only `granted` is followed by one, and only that is in the log. */
export type ExportOutcome =
  | { kind: "granted"; groupId: string; groupSlug: string; count: number }
  | { kind: "not_verified" | "not_owner" | "nobody" | "too_many" };

/**
 * Grants a list of those who signed a campaign and let its group write to them by itself, and writes down who had it
 * and how long it was. People have let the group, not whoever started the campaign: only an owner of the group may,
 * and only while it is open and verified. The list itself is read afterwards, by `readContacts`.
 */
export async function exportContacts(
  site: Pick<Site, "db">,
  { campaignId, accountId }: { campaignId: string; accountId: string },
  now: number,
): Promise<ExportOutcome> {
  return site.db.transaction("export contacts", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    const group = campaign && (await findAskingGroup(tx, campaign.groupId));
    if (!group) return { kind: "not_verified" };
    const role = await findMemberRole(tx, { kind: "group", id: group.id }, accountId);
    if (role !== "owner") return { kind: "not_owner" };
    const count = await countContacts(tx, { campaignId, groupId: group.id });
    if (count === 0) return { kind: "nobody" };
    const allowance = { key: `contacts ${campaignId}`, windowMs: DAY, limit: CONTACT_EXPORTS_PER_DAY };
    if (!(await takeAllowance(tx, allowance, now))) return { kind: "too_many" };
    const line = {
      accountId,
      action: "export_contacts",
      subject: campaignId,
      detail: `${count} ${count === 1 ? "person" : "people"} for ${group.slug}`,
    };
    await appendAudit(tx, line, now);
    return { kind: "granted", groupId: group.id, groupSlug: group.slug, count };
  });
}
