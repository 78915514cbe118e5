import { findPublisher } from "../domain/group/publisher.server.ts";
import { listPublishingGroups, type PublishingGroup } from "../domain/group/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { findVisitor } from "./require-role.server.ts";

/** The groups that whoever is signed in here may publish under; none where nobody is. */
export async function visitorGroups(context: RequestContext, request: Request): Promise<PublishingGroup[]> {
  const visitor = await findVisitor(context, request);
  return visitor ? listPublishingGroups(context.db.read, visitor.accountId) : [];
}

/** The address of the group that something belongs to, for a choice; blank for none. */
export async function chosenGroup({ db }: Pick<RequestContext, "db">, groupId: string): Promise<string> {
  return (await findPublisher(db.read, groupId))?.slug ?? "";
}

/**
 * The id of the group that a form chose, of those that whoever sent it may publish under; blank for none. Undefined
 * where the form did not ask.
 */
export async function readGroupChoice(
  context: RequestContext,
  request: Request,
  chosen: string | undefined,
): Promise<string | undefined> {
  if (chosen === undefined) return undefined;
  const own = await visitorGroups(context, request);
  return own.find(({ slug }) => slug === chosen)?.id ?? "";
}
