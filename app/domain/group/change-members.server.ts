import type { OrganiserRole } from "#db/tables/organising.ts";
import { type Acceptance, type Joined, joinCrew } from "../crew/join-crew.server.ts";
import { leaveCrew, removeFromCrew } from "../crew/leave-crew.server.ts";
import { findMemberByKey, findMemberRole, giveRole } from "../crew/members.server.ts";
import { dropInvitation, type InviteOutcome, openInvitation } from "../crew/open-invitation.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { CHANGEABLE_GROUP_STATES, isGroupIn } from "./group.ts";
import { type GroupRow, holdGroup } from "./hold-group.server.ts";

interface Who {
  groupId: string;
  accountId: string;
}

/** Invites the owner of an address to help run a group, or to own it too; only its owners may. */
export async function inviteMember(
  site: Site,
  { groupId, accountId, email, role }: Who & { email: string; role: OrganiserRole },
  now: number,
): Promise<InviteOutcome> {
  return site.db.transaction("invite member", async (tx) => {
    const group = await holdGroup(tx, groupId);
    if (!group || !isGroupIn(CHANGEABLE_GROUP_STATES, group.state)) return "not_now";
    const crew = { kind: "group", id: groupId } as const;
    if ((await findMemberRole(tx, crew, accountId)) !== "owner") return "not_owner";
    return openInvitation(tx, site, crew, { accountId, email, role }, now);
  });
}

/** Takes an invitation back: its link leads nowhere from now on. False where it is not there, or answered. */
export async function withdrawMemberInvitation(
  site: Site,
  { groupId, publicId }: { groupId: string; publicId: string },
): Promise<boolean> {
  return site.db.transaction("withdraw member invitation", (tx) =>
    dropInvitation(tx, { kind: "group", id: groupId }, publicId),
  );
}

/** Lets whoever has an invitation's link run its group, once. Undefined for a link that is spent, withdrawn or over. */
export async function acceptMembership(
  site: Site,
  acceptance: Acceptance,
  now: number,
): Promise<Joined<GroupRow> | undefined> {
  return site.db.transaction("accept membership", (tx) => {
    const hold = async (id: string) => {
      const group = await holdGroup(tx, id);
      return group && isGroupIn(CHANGEABLE_GROUP_STATES, group.state) ? group : undefined;
    };
    return joinCrew(tx, site, "group", { acceptance, hold }, now);
  });
}

/** An owner takes somebody off who helps. `unknown` where the key is nobody's who does: owners leave by themselves. */
export async function removeMember(
  site: Site,
  { groupId, accountId, key }: Who & { key: string },
  now: number,
): Promise<"removed" | "unknown" | "not_owner"> {
  return site.db.transaction("remove member", async (tx) => {
    const crew = { kind: "group", id: groupId } as const;
    await holdGroup(tx, groupId);
    const role = await findMemberRole(tx, crew, accountId);
    return removeFromCrew(tx, crew, { accountId, role, key }, now);
  });
}

/** An owner makes somebody who helps an owner too: a group may have several. */
export async function makeOwner(
  site: Site,
  { groupId, accountId, key }: Who & { key: string },
  now: number,
): Promise<"handed_over" | "unknown" | "not_owner"> {
  return site.db.transaction("make owner", async (tx) => {
    const crew = { kind: "group", id: groupId } as const;
    await holdGroup(tx, groupId);
    if ((await findMemberRole(tx, crew, accountId)) !== "owner") return "not_owner";
    const other = await findMemberByKey(tx, crew, key);
    if (other?.role !== "editor") return "unknown";
    await giveRole(tx, crew, other.accountId, "owner");
    await appendAudit(tx, { accountId, action: "make_owner", subject: groupId, detail: "" }, now);
    return "handed_over";
  });
}

/** Somebody stops running a group. `last_owner`: a group is never left without one, it is closed. */
export async function leaveGroup(
  site: Site,
  { groupId, accountId }: Who,
  now: number,
): Promise<"left" | "last_owner" | "unknown"> {
  return site.db.transaction("leave group", async (tx) => {
    await holdGroup(tx, groupId);
    return leaveCrew(tx, { kind: "group", id: groupId }, accountId, now);
  });
}
