import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import {
  INVITATION_DAYS,
  INVITATIONS_PER_CAMPAIGN_PER_DAY,
  MAILS_PER_ADDRESS_PER_DAY,
  ORGANISERS_PER_CAMPAIGN,
} from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropLinks, makeLinks } from "../privacy/links.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { GONE_STATES, isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { invitedAddress } from "./invitations.server.ts";
import { findOrganiserRole } from "./organisers.server.ts";

/** What became of inviting somebody; an invitation is open in the first case alone. */
export type InviteOutcome =
  | "invited"
  | "already_organiser"
  | "already_invited"
  | "too_many"
  | "full"
  | "not_owner"
  | "not_now";

/**
 * Invites the owner of an address to help run a campaign. Whether a mail goes is not said: an address that has had
 * its mails of the day gets none, and what they were is nobody's business.
 */
export async function inviteEditor(
  site: Site,
  { campaignId, accountId, email }: { campaignId: string; accountId: string; email: string },
  now: number,
): Promise<InviteOutcome> {
  const addressHash = hashAddress(site.keyring, email);
  return site.db.transaction("invite editor", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || campaign.state === "draft" || isIn(GONE_STATES, campaign.state)) return "not_now";
    if ((await findOrganiserRole(tx, { campaignId, accountId })) !== "owner") return "not_owner";
    if (await runsAlready(tx, campaignId, addressHash)) return "already_organiser";
    const open = await listOpenHashes(tx, campaignId, now);
    if (open.includes(addressHash)) return "already_invited";
    if ((await countOrganisers(tx, campaignId)) + open.length >= ORGANISERS_PER_CAMPAIGN) return "full";
    const ofCampaign = {
      key: `invite ${campaignId}`,
      windowMs: DAY,
      limit: INVITATIONS_PER_CAMPAIGN_PER_DAY,
    };
    if (!(await takeAllowance(tx, ofCampaign, now))) return "too_many";
    const id = v7({ msecs: now });
    await tx.insert(tx.tables.invitations).values({
      ...{ id, campaignId, addressHash },
      publicId: newPublicId(),
      email: site.keyring.seal(invitedAddress(id), email),
      invitedBy: accountId,
      createdAt: now,
      expiresAt: now + INVITATION_DAYS * DAY,
      acceptedAt: null,
    });
    await makeLinks(tx, site.keyring, id, ["invitation"]);
    await appendAudit(tx, { accountId, action: "invite_editor", subject: campaignId, detail: "" }, now);
    const ofAddress = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
    if (await takeAllowance(tx, ofAddress, now))
      await queueMail(tx, site, { template: "invitation", rowId: id }, now);
    return "invited";
  });
}

/** Takes an invitation back: its link leads nowhere from now on. False where it is not there, or answered. */
export async function withdrawInvitation(
  site: Site,
  { campaignId, publicId }: { campaignId: string; publicId: string },
): Promise<boolean> {
  return site.db.transaction("withdraw invitation", async (tx) => {
    const { invitations } = tx.tables;
    const gone = await tx
      .delete(invitations)
      .where(
        and(
          eq(invitations.campaignId, campaignId),
          eq(invitations.publicId, publicId),
          isNull(invitations.acceptedAt),
        ),
      )
      .returning({ id: invitations.id });
    await dropLinks(
      tx,
      gone.map(({ id }) => id),
    );
    return gone.length > 0;
  });
}

async function runsAlready(read: Reader, campaignId: string, addressHash: string): Promise<boolean> {
  const { organisers, accounts } = read.tables;
  const found = await read
    .select({ id: accounts.id })
    .from(organisers)
    .innerJoin(accounts, eq(accounts.id, organisers.accountId))
    .where(and(eq(organisers.campaignId, campaignId), eq(accounts.addressHash, addressHash)));
  return found.length > 0;
}

async function listOpenHashes(read: Reader, campaignId: string, now: number): Promise<string[]> {
  const { invitations } = read.tables;
  const rows = await read
    .select({ addressHash: invitations.addressHash })
    .from(invitations)
    .where(
      and(
        eq(invitations.campaignId, campaignId),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .limit(ORGANISERS_PER_CAMPAIGN);
  return rows.map((row) => row.addressHash);
}

async function countOrganisers(read: Reader, campaignId: string): Promise<number> {
  const { organisers } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(organisers)
    .where(eq(organisers.campaignId, campaignId));
  return row?.count ?? 0;
}
