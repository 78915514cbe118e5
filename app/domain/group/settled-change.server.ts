import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** A change's row, and whether it was what would have let the group in. */
export interface SettledChange {
  row: Tables["groupChanges"]["$inferSelect"];
  isApplication: boolean;
}

/** A change of a group by its row's id; each that was sent before the group opened is an application. */
export async function findSettledChange(read: Reader, id: string): Promise<SettledChange | undefined> {
  const { groupChanges, groups } = read.tables;
  const [found] = await read
    .select({ row: groupChanges, openedAt: groups.openedAt })
    .from(groupChanges)
    .innerJoin(groups, eq(groups.id, groupChanges.groupId))
    .where(eq(groupChanges.id, id));
  if (!found) return undefined;
  const { row, openedAt } = found;
  return { row, isApplication: openedAt === null || row.createdAt <= openedAt };
}
