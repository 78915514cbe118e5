import { and, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { invitedPlace } from "../crew/crew.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { CHANGEABLE_GROUP_STATES, isGroupIn } from "./group.ts";

/** What an invitation is to: what its page and its mail say. */
export interface MemberInvitation {
  id: string;
  name: string;
  role: OrganiserRole;
  isDemonstration: boolean;
  address: string;
}

/** The invitation of a mailed link; undefined once it is answered, withdrawn or over, or the group is gone. */
export async function findMemberInvitation(
  read: Reader,
  keyring: Keyring,
  token: string,
  now: number,
): Promise<MemberInvitation | undefined> {
  const id = await findLinkedRow(read, token, ["group_invitation"]);
  return id === undefined ? undefined : findOpenMemberInvitation(read, keyring, id, now);
}

/** The same by its row, for its mail. */
export async function findOpenMemberInvitation(
  read: Reader,
  keyring: Keyring,
  id: string,
  now: number,
): Promise<MemberInvitation | undefined> {
  const { groupInvitations, groups } = read.tables;
  const [row] = await read
    .select({ invitation: groupInvitations, group: groups })
    .from(groupInvitations)
    .innerJoin(groups, eq(groups.id, groupInvitations.groupId))
    .where(
      and(
        eq(groupInvitations.id, id),
        isNull(groupInvitations.acceptedAt),
        gt(groupInvitations.expiresAt, now),
      ),
    );
  if (!row || !isGroupIn(CHANGEABLE_GROUP_STATES, row.group.state)) return undefined;
  const { name, isDemonstration } = row.group;
  const { role, email } = row.invitation;
  return { id, name, role, isDemonstration, address: keyring.open(invitedPlace("group", id), email) };
}
