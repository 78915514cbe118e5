import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";

const NAME = "clock_offset";

/** How far the clock of this database has been moved, in milliseconds; 0 where it never was. */
export async function findClockOffset(db: Database): Promise<number> {
  const { facts } = db.tables;
  const [kept] = await db.read.select().from(facts).where(eq(facts.name, NAME));
  return Number(kept?.value ?? 0);
}

/** Remembers how far the clock has been moved, for the next start. */
export async function keepClockOffset(db: Database, offset: number): Promise<void> {
  const value = String(offset);
  await db.transaction("keep the clock's offset", async (tx) => {
    const { facts } = tx.tables;
    await tx
      .insert(facts)
      .values({ name: NAME, value })
      .onConflictDoUpdate({ target: facts.name, set: { value } });
  });
}
