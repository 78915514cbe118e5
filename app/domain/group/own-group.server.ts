import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/**
 * A group's id where it is open and the account runs it; else blank. Asked of a draft when it begins as well: until
 * then it is anybody's who has its link, and no proof of anything.
 */
export async function ownGroupId(
  read: Reader,
  { groupId, accountId }: { groupId: string; accountId: string },
): Promise<string> {
  if (groupId === "") return "";
  const { groups, groupMembers } = read.tables;
  const [own] = await read
    .select({ id: groups.id })
    .from(groups)
    .innerJoin(groupMembers, and(eq(groupMembers.groupId, groups.id), eq(groupMembers.accountId, accountId)))
    .where(and(eq(groups.id, groupId), eq(groups.state, "open")));
  return own?.id ?? "";
}
