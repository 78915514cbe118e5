import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** A row of groups. */
export type GroupRow = Tables["groups"]["$inferSelect"];

/**
 * A group's row, held until the end of the transaction: what depends on its state, its words or who runs it stays
 * true until then, because whoever else wants to change it waits. Undefined where it is not there.
 */
export async function holdGroup(tx: Tx, groupId: string): Promise<GroupRow | undefined> {
  const { groups } = tx.tables;
  const [held] = await tx.update(groups).set({ id: groupId }).where(eq(groups.id, groupId)).returning();
  return held;
}
