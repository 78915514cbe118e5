import type { Tables } from "#db/schema.ts";

/** What several people run together, and which of them: they join it by invitation, own it or help. */
export interface Crew {
  kind: CrewKind;
  id: string;
}

export type CrewKind = "campaign" | "group";

/** The tables of those who run one kind, and of those who are invited to; `of` is whose they are. */
export function crewTables(tables: Tables, kind: CrewKind) {
  const { organisers, invitations, groupMembers, groupInvitations } = tables;
  return kind === "campaign"
    ? { members: organisers, of: organisers.campaignId, invited: invitations, to: invitations.campaignId }
    : {
        members: groupMembers,
        of: groupMembers.groupId,
        invited: groupInvitations,
        to: groupInvitations.groupId,
      };
}

/** Where the address of somebody invited is sealed. */
export function invitedPlace(
  kind: CrewKind,
  rowId: string,
): { table: string; column: string; rowId: string } {
  return { table: kind === "campaign" ? "invitations" : "group_invitations", column: "email", rowId };
}
