import { sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

type Row = Tables["campaigns"]["$inferSelect"];

/** Numbers tried when others are taken in the same moment. */
const TRIES = 50;

/**
 * Writes a campaign under the next public number. Whoever takes a number first has it; the other takes the next.
 *
 * @throws where its slug is taken: that is the caller's to settle before
 */
export async function insertNumbered(
  tx: Tx,
  values: Omit<Tables["campaigns"]["$inferInsert"], "number">,
): Promise<Row> {
  const { campaigns } = tx.tables;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [highest] = await tx
      .select({ number: sql`coalesce(max(${campaigns.number}), 0)`.mapWith(Number) })
      .from(campaigns);
    const [campaign] = await tx
      .insert(campaigns)
      .values({ ...values, number: (highest?.number ?? 0) + 1 })
      .onConflictDoNothing({ target: campaigns.number })
      .returning();
    if (campaign) return campaign;
  }
  throw new Error("no public number could be had for a campaign");
}
