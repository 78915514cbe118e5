import { and, eq, gt, isNull } from "drizzle-orm";
import { v7 } from "uuid";
import {
  INVITATION_DAYS,
  INVITATIONS_PER_DAY,
  MAILS_PER_ADDRESS_PER_DAY,
  RUN_BY_AT_MOST,
} from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropLinks, makeLinks } from "../privacy/links.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { type Crew, crewTables, invitedPlace } from "./crew.ts";
import { countMembers, findMemberRole } from "./members.server.ts";

/** What became of inviting somebody; an invitation is open in the first case alone. */
export type InviteOutcome =
  | "invited"
  | "already_organiser"
  | "already_invited"
  | "too_many"
  | "full"
  | "not_owner"
  | "not_now";

/** Whom an owner invites, and as what. */
export interface Inviting {
  accountId: string;
  email: string;
  role: OrganiserRole;
}

/**
 * Invites the owner of an address to run something that its caller holds and whose owner the account is. Whether a
 * mail goes is not said: an address that has had its mails of the day gets none, and what they were is nobody's
 * business.
 */
export async function openInvitation(
  tx: Tx,
  site: Pick<Site, "keyring" | "wake">,
  crew: Crew,
  { accountId, email, role }: Inviting,
  now: number,
): Promise<Exclude<InviteOutcome, "not_owner" | "not_now">> {
  const addressHash = hashAddress(site.keyring, email);
  if (await runsAlready(tx, crew, addressHash)) return "already_organiser";
  const open = await listOpenHashes(tx, crew, now);
  if (open.includes(addressHash)) return "already_invited";
  if ((await countMembers(tx, crew)).all + open.length >= RUN_BY_AT_MOST) return "full";
  const ofCrew = { key: `invite ${crew.id}`, windowMs: DAY, limit: INVITATIONS_PER_DAY };
  if (!(await takeAllowance(tx, ofCrew, now))) return "too_many";
  const id = v7({ msecs: now });
  await insertInvitation(tx, crew, role, {
    ...{ id, addressHash, invitedBy: accountId, createdAt: now, acceptedAt: null },
    publicId: newPublicId(),
    email: site.keyring.seal(invitedPlace(crew.kind, id), email),
    expiresAt: now + INVITATION_DAYS * DAY,
  });
  const isToGroup = crew.kind === "group";
  await makeLinks(tx, site.keyring, id, [isToGroup ? "group_invitation" : "invitation"]);
  await appendAudit(tx, { accountId, action: `invite_${role}`, subject: crew.id, detail: "" }, now);
  const ofAddress = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
  const template = isToGroup ? "group-invitation" : "invitation";
  if (await takeAllowance(tx, ofAddress, now)) await queueMail(tx, site, { template, rowId: id }, now);
  return "invited";
}

/** Takes an invitation back: its link leads nowhere from now on. False where it is not there, or answered. */
export async function dropInvitation(tx: Tx, crew: Crew, publicId: string): Promise<boolean> {
  const { invited, to } = crewTables(tx.tables, crew.kind);
  const gone = await tx
    .delete(invited)
    .where(and(eq(to, crew.id), eq(invited.publicId, publicId), isNull(invited.acceptedAt)))
    .returning({ id: invited.id });
  await dropLinks(
    tx,
    gone.map(({ id }) => id),
  );
  return gone.length > 0;
}

type Row = Omit<Tx["tables"]["invitations"]["$inferInsert"], "campaignId">;

/** Campaigns invite people to help, and are handed over afterwards; groups may have several owners. */
async function insertInvitation(tx: Tx, { kind, id }: Crew, role: OrganiserRole, row: Row): Promise<void> {
  const { invitations, groupInvitations } = tx.tables;
  if (kind === "campaign") await tx.insert(invitations).values({ campaignId: id, ...row });
  else await tx.insert(groupInvitations).values({ groupId: id, role, ...row });
}

async function runsAlready(read: Reader, crew: Crew, addressHash: string): Promise<boolean> {
  const { accounts } = read.tables;
  const [known] = await read
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.addressHash, addressHash));
  return known !== undefined && (await findMemberRole(read, crew, known.id)) !== undefined;
}

async function listOpenHashes(read: Reader, crew: Crew, now: number): Promise<string[]> {
  const { invited, to } = crewTables(read.tables, crew.kind);
  const rows = await read
    .select({ addressHash: invited.addressHash })
    .from(invited)
    .where(and(eq(to, crew.id), isNull(invited.acceptedAt), gt(invited.expiresAt, now)))
    .limit(RUN_BY_AT_MOST);
  return rows.map((row) => row.addressHash);
}
