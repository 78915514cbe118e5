import { and, eq, gt, isNull } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { beginSession, type NewSession } from "../account/begin-session.server.ts";
import { ensureAccount } from "../account/ensure-account.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropLinks, findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { type CrewKind, invitedPlace } from "./crew.ts";
import { addMember } from "./members.server.ts";

/** Whoever accepts: their link, their browser, and the token of the session that it had. */
export interface Acceptance {
  token: string;
  device: string;
  replaces: string | undefined;
}

/** What somebody helps to run now; and a session, where the link alone may begin one. */
export interface Joined<Held> {
  joined: Held;
  session: NewSession | undefined;
}

/**
 * Lets whoever has an invitation's link run what it is to, once. The mailed link proves the address, so it signs in
 * as well; but not to an account that has a passkey, runs something else or looks after the site: such a link is good
 * for days, and may be passed on. `hold` holds what it is to, undefined where nobody may join it any more.
 * Undefined for a link that is spent, withdrawn or over.
 */
export async function joinCrew<Held extends { id: string }>(
  tx: Tx,
  site: Site,
  kind: CrewKind,
  { acceptance, hold }: { acceptance: Acceptance; hold: (id: string) => Promise<Held | undefined> },
  now: number,
): Promise<Joined<Held> | undefined> {
  const found = await findOpen(tx, kind, acceptance.token, now);
  const held = found && (await hold(found.crewId));
  if (!held || !(await spend(tx, kind, found.id, now))) return undefined;
  await dropLinks(tx, [found.id]);
  const address = site.keyring.open(invitedPlace(kind, found.id), found.email);
  const accountId = await ensureAccount(tx, site, address, now);
  const mayEnter = !(await needsMore(tx, accountId));
  await addMember(tx, { kind, id: held.id }, { accountId, role: found.role }, now);
  await appendAudit(tx, { accountId, action: "accept_invitation", subject: held.id, detail: "" }, now);
  const { device, replaces } = acceptance;
  const session = mayEnter
    ? await beginSession(tx, { accountId, device, method: "link", replaces }, now)
    : undefined;
  return { joined: held, session };
}

async function findOpen(
  read: Reader,
  kind: CrewKind,
  token: string,
  now: number,
): Promise<{ id: string; crewId: string; email: string; role: OrganiserRole } | undefined> {
  const { invitations, groupInvitations } = read.tables;
  const id = await findLinkedRow(read, token, [kind === "group" ? "group_invitation" : "invitation"]);
  if (id === undefined) return undefined;
  if (kind === "campaign") {
    const isOpen = and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now));
    const [row] = await read
      .select()
      .from(invitations)
      .where(and(eq(invitations.id, id), isOpen));
    return row && { id, crewId: row.campaignId, email: row.email, role: "editor" };
  }
  const isOpen = and(isNull(groupInvitations.acceptedAt), gt(groupInvitations.expiresAt, now));
  const [row] = await read
    .select()
    .from(groupInvitations)
    .where(and(eq(groupInvitations.id, id), isOpen));
  return row && { id, crewId: row.groupId, email: row.email, role: row.role };
}

async function spend(tx: Tx, kind: CrewKind, id: string, now: number): Promise<boolean> {
  const invited = kind === "campaign" ? tx.tables.invitations : tx.tables.groupInvitations;
  const spent = await tx
    .update(invited)
    .set({ acceptedAt: now, email: "" })
    .where(and(eq(invited.id, id), isNull(invited.acceptedAt), gt(invited.expiresAt, now)))
    .returning({ id: invited.id });
  return spent.length > 0;
}

/** Whether more than an old link is wanted to get into an account: asked before it helps to run this as well. */
async function needsMore(read: Reader, accountId: string): Promise<boolean> {
  const { passkeys, roles, organisers, groupMembers } = read.tables;
  const held = await Promise.all(
    [passkeys, roles, organisers, groupMembers].map((table) =>
      read.select({ accountId: table.accountId }).from(table).where(eq(table.accountId, accountId)).limit(1),
    ),
  );
  return held.some((rows) => rows.length > 0);
}
