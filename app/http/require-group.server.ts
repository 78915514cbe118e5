import type { OrganiserRole } from "#db/tables/organising.ts";
import type { SignedIn } from "../domain/account/account.ts";
import { findMemberRole } from "../domain/crew/members.server.ts";
import { isGroupIn, PUBLIC_GROUP_STATES } from "../domain/group/group.ts";
import type { GroupRow } from "../domain/group/hold-group.server.ts";
import { findGroup } from "../domain/group/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { requireRole, requireVisitor } from "./require-role.server.ts";

/**
 * The public group of a URL.
 *
 * @throws Response 410 for one that is hidden, 404 for one that is not there or has not been let in
 */
export async function requirePublicGroup({ db }: Pick<RequestContext, "db">, slug = ""): Promise<GroupRow> {
  const group = await findGroup(db.read, slug);
  if (group?.state === "hidden") throw new Response(null, { status: 410 });
  if (!group || !isGroupIn(PUBLIC_GROUP_STATES, group.state)) throw new Response(null, { status: 404 });
  return group;
}

/** A group, and one of those who run it. */
export interface GroupMembership {
  group: GroupRow;
  visitor: SignedIn;
  role: OrganiserRole;
}

/**
 * The group of `/organise/groups/:slug` in any state, for those who run it. `owners` lets only its owners pass. Each
 * loader and each action asks for itself.
 *
 * @throws Response to the sign-in page where nobody is signed in, 404 for no such group, 403 for anybody else's.
 */
export async function requireMember(
  context: RequestContext,
  request: Request,
  slug = "",
  { owners = false }: { owners?: boolean } = {},
): Promise<GroupMembership> {
  const visitor = await requireVisitor(context, request);
  const { read } = context.db;
  const group = await findGroup(read, slug);
  if (!group) throw new Response(null, { status: 404 });
  const role = await findMemberRole(read, { kind: "group", id: group.id }, visitor.accountId);
  // That a group waits to be let in is nobody's business.
  if (role === undefined && !isGroupIn(PUBLIC_GROUP_STATES, group.state))
    throw new Response(null, { status: 404 });
  if (role === undefined || (owners && role !== "owner")) throw new Response(null, { status: 403 });
  return { group, visitor, role };
}

/** The group of a moderator's URL in any state, and whether the moderator runs it. @throws Response */
export async function requireModeratedGroup(
  context: RequestContext,
  request: Request,
  slug = "",
): Promise<{ group: GroupRow; moderatorId: string; isOwn: boolean }> {
  const { accountId: moderatorId } = await requireRole(context, request, "moderator");
  const { read } = context.db;
  const group = await findGroup(read, slug);
  if (!group) throw new Response(null, { status: 404 });
  const role = await findMemberRole(read, { kind: "group", id: group.id }, moderatorId);
  return { group, moderatorId, isOwn: role !== undefined };
}
