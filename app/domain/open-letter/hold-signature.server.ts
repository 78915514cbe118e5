import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/**
 * A signature's row, held until the unit ends: whoever takes it off or out meanwhile waits, and then finds its standing
 * as it was left. Undefined once it is gone.
 */
export async function holdSignature(
  tx: Tx,
  id: string,
): Promise<Tables["signatures"]["$inferSelect"] | undefined> {
  const { signatures } = tx.tables;
  const [held] = await tx.update(signatures).set({ id }).where(eq(signatures.id, id)).returning();
  return held;
}
