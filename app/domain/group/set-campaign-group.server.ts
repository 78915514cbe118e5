import { eq } from "drizzle-orm";
import type { CampaignState } from "#db/tables/campaign.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { ownGroupId } from "./own-group.server.ts";
import { findGroup } from "./queries.server.ts";

/** In which a campaign may be put under a group: not while a moderator reads it, and until it has closed. */
export const GROUPABLE_STATES = [
  "gathering",
  "changes_requested",
  "open",
  "paused",
] as const satisfies CampaignState[];

/**
 * Publishes a campaign under the name of a group, or of none (`slug` blank). Its owner may, into an open group that
 * they run themselves: nobody else's name is put over anything. From then on all who run the group run the campaign.
 * Who let another group write to them has not let this one.
 */
export async function setCampaignGroup(
  site: Pick<Site, "db">,
  { campaignId, accountId, slug }: { campaignId: string; accountId: string; slug: string },
  now: number,
): Promise<"set" | "unchanged" | "not_owner" | "not_member" | "not_now"> {
  return site.db.transaction("set campaign group", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(GROUPABLE_STATES, campaign.state)) return "not_now";
    if ((await findOrganiserRole(tx, { campaignId, accountId })) !== "owner") return "not_owner";
    const group = slug === "" ? undefined : await findGroup(tx, slug);
    if ((group?.id ?? "") === campaign.groupId) return "unchanged";
    const groupId = group ? await ownGroupId(tx, { groupId: group.id, accountId }) : "";
    if (slug !== "" && groupId === "") return "not_member";
    await tx.update(tx.tables.campaigns).set({ groupId }).where(eq(tx.tables.campaigns.id, campaignId));
    const detail = groupId === "" ? "no group" : `group ${slug}`;
    await appendAudit(tx, { accountId, action: "set_group", subject: campaignId, detail }, now);
    return "set";
  });
}
