import { leaveCrew, removeFromCrew } from "../crew/leave-crew.server.ts";
import { findMemberByKey, findMemberRole, giveRole } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { findOrganiserRole } from "./organisers.server.ts";

/** Who of those who run a campaign does something, and to whom of them. */
export interface OrganiserChange {
  campaignId: string;
  accountId: string;
  /** The other one, as forms speak of them. */
  key: string;
}

/** An owner takes an editor off a campaign. `unknown` where the key is no editor's: owners leave by themselves. */
export async function removeEditor(
  site: Site,
  { campaignId, accountId, key }: OrganiserChange,
  now: number,
): Promise<"removed" | "unknown" | "not_owner"> {
  return site.db.transaction("remove editor", async (tx) => {
    await holdCampaign(tx, campaignId);
    const role = await findOrganiserRole(tx, { campaignId, accountId });
    return removeFromCrew(tx, { kind: "campaign", id: campaignId }, { accountId, role, key }, now);
  });
}

/** An owner makes an editor the owner, and is an editor from now on. Its group's owners have no place to give up. */
export async function handOver(
  site: Site,
  { campaignId, accountId, key }: OrganiserChange,
  now: number,
): Promise<"handed_over" | "unknown" | "not_owner"> {
  return site.db.transaction("hand over", async (tx) => {
    const crew = { kind: "campaign", id: campaignId } as const;
    await holdCampaign(tx, campaignId);
    if ((await findMemberRole(tx, crew, accountId)) !== "owner") return "not_owner";
    const other = await findMemberByKey(tx, crew, key);
    if (other?.role !== "editor") return "unknown";
    await giveRole(tx, crew, other.accountId, "owner");
    await giveRole(tx, crew, accountId, "editor");
    await appendAudit(tx, { accountId, action: "hand_over", subject: campaignId, detail: "" }, now);
    return "handed_over";
  });
}

/** Somebody stops running a campaign. `last_owner`: a campaign is never left without one. */
export async function leaveCampaign(
  site: Site,
  { campaignId, accountId }: { campaignId: string; accountId: string },
  now: number,
): Promise<"left" | "last_owner" | "unknown"> {
  return site.db.transaction("leave campaign", async (tx) => {
    await holdCampaign(tx, campaignId);
    return leaveCrew(tx, { kind: "campaign", id: campaignId }, accountId, now);
  });
}
