import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { type Keyring, tokenHash } from "../privacy/keyring.server.ts";
import { type Crew, crewTables } from "./crew.ts";

/** More than may run one campaign or one group. */
const LISTED = 50;

/** One of those who run something, as the others see them. */
export interface Member {
  /** How forms speak of them. */
  key: string;
  accountId: string;
  role: OrganiserRole;
  address: string;
  addedAt: number;
}

/** What an account may do with it, by its own place there; undefined for those who have none. */
export async function findMemberRole(
  read: Reader,
  crew: Crew,
  accountId: string,
): Promise<OrganiserRole | undefined> {
  const { members, of } = crewTables(read.tables, crew.kind);
  const [row] = await read
    .select({ role: members.role })
    .from(members)
    .where(and(eq(of, crew.id), eq(members.accountId, accountId)));
  return row?.role;
}

/** Everybody who runs it, whoever began first. Addresses are for its owners' eyes. */
export async function listMembers(read: Reader, keyring: Keyring, crew: Crew): Promise<Member[]> {
  const { accounts } = read.tables;
  const { members, of } = crewTables(read.tables, crew.kind);
  const rows = await read
    .select({
      accountId: members.accountId,
      role: members.role,
      addedAt: members.addedAt,
      address: accounts.address,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(of, crew.id))
    .orderBy(asc(members.addedAt), asc(members.accountId))
    .limit(LISTED);
  return rows.map(({ accountId, role, addedAt, address }) => ({
    ...{ accountId, role, addedAt },
    key: memberKey(crew.id, accountId),
    address: keyring.open({ table: "accounts", column: "address", rowId: accountId }, address),
  }));
}

/** How forms speak of somebody who runs it: nobody can make it out of anything that is shown. */
export function memberKey(crewId: string, accountId: string): string {
  return tokenHash(`organiser ${crewId} ${accountId}`).slice(0, 16);
}

/** Whom a form speaks of, with their role; undefined where nobody of this key runs it. */
export async function findMemberByKey(
  read: Reader,
  crew: Crew,
  key: string,
): Promise<{ accountId: string; role: OrganiserRole } | undefined> {
  const { members, of } = crewTables(read.tables, crew.kind);
  const rows = await read
    .select({ accountId: members.accountId, role: members.role })
    .from(members)
    .where(eq(of, crew.id))
    .orderBy(asc(members.accountId))
    .limit(LISTED);
  return rows.find(({ accountId }) => memberKey(crew.id, accountId) === key);
}

/** How many run it, and how many of them own it. */
export async function countMembers(read: Reader, crew: Crew): Promise<{ all: number; owners: number }> {
  const { members, of } = crewTables(read.tables, crew.kind);
  const rows = await read.select({ role: members.role }).from(members).where(eq(of, crew.id)).limit(LISTED);
  return { all: rows.length, owners: rows.filter(({ role }) => role === "owner").length };
}

/** Lets somebody run it; nothing changes for those who do already. */
export async function addMember(
  tx: Tx,
  { kind, id }: Crew,
  { accountId, role }: { accountId: string; role: OrganiserRole },
  now: number,
): Promise<void> {
  const { organisers, groupMembers } = tx.tables;
  const row = { accountId, role, addedAt: now };
  if (kind === "campaign")
    await tx
      .insert(organisers)
      .values({ campaignId: id, ...row })
      .onConflictDoNothing();
  else
    await tx
      .insert(groupMembers)
      .values({ groupId: id, ...row })
      .onConflictDoNothing();
}

/** Takes somebody off it. */
export async function takeOff(tx: Tx, crew: Crew, accountId: string): Promise<void> {
  const { members, of } = crewTables(tx.tables, crew.kind);
  await tx.delete(members).where(and(eq(of, crew.id), eq(members.accountId, accountId)));
}

/** Makes somebody who runs it its owner, or somebody who helps. */
export async function giveRole(tx: Tx, crew: Crew, accountId: string, role: OrganiserRole): Promise<void> {
  const { members, of } = crewTables(tx.tables, crew.kind);
  await tx
    .update(members)
    .set({ role })
    .where(and(eq(of, crew.id), eq(members.accountId, accountId)));
}
