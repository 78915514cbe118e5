import {
  inviteMember,
  leaveGroup,
  makeOwner,
  removeMember,
  withdrawMemberInvitation,
} from "../domain/group/change-members.server.ts";
import type { Site } from "../domain/site.ts";
import type { PeopleActs } from "./organise-people.server.ts";

/** What somebody may do about those who run a group with them. */
export function groupPeople(
  site: Site,
  who: { groupId: string; accountId: string },
  now: number,
): PeopleActs {
  const { groupId } = who;
  return {
    thing: "group",
    invite: (email, role) => inviteMember(site, { ...who, email, role }, now),
    takeBack: (publicId) => withdrawMemberInvitation(site, { groupId, publicId }),
    remove: (key) => removeMember(site, { ...who, key }, now),
    handOver: (key) => makeOwner(site, { ...who, key }, now),
    leave: () => leaveGroup(site, who, now),
  };
}
