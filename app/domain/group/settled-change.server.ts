import { and, eq, lt } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** A change's row, and whether it was what would have let the group in. */
export interface SettledChange {
  row: Tables["groupChanges"]["$inferSelect"];
  isApplication: boolean;
}

/** A change of a group by its row's id; before one has been accepted, each is an application. */
export async function findSettledChange(read: Reader, id: string): Promise<SettledChange | undefined> {
  const { groupChanges } = read.tables;
  const [row] = await read.select().from(groupChanges).where(eq(groupChanges.id, id));
  if (!row) return undefined;
  const [before] = await read
    .select({ id: groupChanges.id })
    .from(groupChanges)
    .where(
      and(
        eq(groupChanges.groupId, row.groupId),
        eq(groupChanges.state, "accepted"),
        lt(groupChanges.id, row.id),
      ),
    )
    .limit(1);
  return { row, isApplication: before === undefined };
}
