import type { InviteOutcome } from "../crew/open-invitation.server.ts";
import { dropInvitation, openInvitation } from "../crew/open-invitation.server.ts";
import type { Site } from "../site.ts";
import { GONE_STATES, isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { findOrganiserRole } from "./organisers.server.ts";

/** Invites the owner of an address to help run a campaign; only its owners may. */
export async function inviteEditor(
  site: Site,
  { campaignId, accountId, email }: { campaignId: string; accountId: string; email: string },
  now: number,
): Promise<InviteOutcome> {
  return site.db.transaction("invite editor", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || campaign.state === "draft" || isIn(GONE_STATES, campaign.state)) return "not_now";
    if ((await findOrganiserRole(tx, { campaignId, accountId })) !== "owner") return "not_owner";
    const crew = { kind: "campaign", id: campaignId } as const;
    return openInvitation(tx, site, crew, { accountId, email, role: "editor" }, now);
  });
}

/** Takes an invitation back: its link leads nowhere from now on. False where it is not there, or answered. */
export async function withdrawInvitation(
  site: Site,
  { campaignId, publicId }: { campaignId: string; publicId: string },
): Promise<boolean> {
  return site.db.transaction("withdraw invitation", (tx) =>
    dropInvitation(tx, { kind: "campaign", id: campaignId }, publicId),
  );
}
