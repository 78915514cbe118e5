import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { findByKey, findOrganiserRole } from "./organisers.server.ts";

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
    if ((await findOrganiserRole(tx, { campaignId, accountId })) !== "owner") return "not_owner";
    const other = await findByKey(tx, campaignId, key);
    if (other?.role !== "editor") return "unknown";
    await takeOff(tx, { campaignId, accountId: other.accountId });
    await appendAudit(tx, { accountId, action: "remove_editor", subject: campaignId, detail: "" }, now);
    return "removed";
  });
}

/** An owner makes an editor the owner, and is an editor from now on. */
export async function handOver(
  site: Site,
  { campaignId, accountId, key }: OrganiserChange,
  now: number,
): Promise<"handed_over" | "unknown" | "not_owner"> {
  return site.db.transaction("hand over", async (tx) => {
    await holdCampaign(tx, campaignId);
    if ((await findOrganiserRole(tx, { campaignId, accountId })) !== "owner") return "not_owner";
    const other = await findByKey(tx, campaignId, key);
    if (other?.role !== "editor") return "unknown";
    await giveRole(tx, { campaignId, accountId: other.accountId }, "owner");
    await giveRole(tx, { campaignId, accountId }, "editor");
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
    const role = await findOrganiserRole(tx, { campaignId, accountId });
    if (role === undefined) return "unknown";
    if (role === "owner" && (await countOwners(tx, campaignId)) === 1) return "last_owner";
    await takeOff(tx, { campaignId, accountId });
    await appendAudit(tx, { accountId, action: "leave_campaign", subject: campaignId, detail: role }, now);
    return "left";
  });
}

interface Who {
  campaignId: string;
  accountId: string;
}

async function takeOff(tx: Tx, { campaignId, accountId }: Who): Promise<void> {
  const { organisers } = tx.tables;
  await tx
    .delete(organisers)
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.accountId, accountId)));
}

async function giveRole(tx: Tx, { campaignId, accountId }: Who, role: OrganiserRole): Promise<void> {
  const { organisers } = tx.tables;
  await tx
    .update(organisers)
    .set({ role })
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.accountId, accountId)));
}

async function countOwners(tx: Tx, campaignId: string): Promise<number> {
  const { organisers } = tx.tables;
  const owners = await tx
    .select({ accountId: organisers.accountId })
    .from(organisers)
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.role, "owner")))
    .limit(2);
  return owners.length;
}
