import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { ReadBuilders, Reader, Tx } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";

const NAME = "signing_pause";

/** All signing stands still since an instant; once resumed, days and expiries are moved on before it goes on. */
const SigningPause = z.object({
  pausedAt: z.number(),
  /** Blank while it stands still; then: how far the moving on has come. */
  resuming: z
    .object({
      resumedAt: z.number(),
      step: z.enum(["campaigns", "signatures"]),
      /** The last row that has been moved on. */
      after: z.string(),
    })
    .optional(),
});
export type SigningPause = z.infer<typeof SigningPause>;

/** Whether all signing is paused, and since when; undefined while everything can be signed. */
export async function findSigningPause(read: Reader): Promise<SigningPause | undefined> {
  const [kept] = await read.run(findFact, { name: NAME });
  return kept && SigningPause.parse(JSON.parse(kept.value));
}

const findFact = statement("find_fact", (db: ReadBuilders, given: Given<{ name: string }>) => {
  const { facts } = db.tables;
  return db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.name, given("name")));
});

/** Writes down that all signing is paused; false where it is already. */
export async function beginSigningPause(tx: Tx, pausedAt: number): Promise<boolean> {
  const { facts } = tx.tables;
  const begun = await tx
    .insert(facts)
    .values({ name: NAME, value: written({ pausedAt }) })
    .onConflictDoNothing()
    .returning({ name: facts.name });
  return begun.length > 0;
}

/** Writes the next stage of a pause, or ends it; false where somebody else has done so since it was read. */
export async function replaceSigningPause(
  tx: Tx,
  before: SigningPause,
  next: SigningPause | undefined,
): Promise<boolean> {
  const { facts } = tx.tables;
  const isUnchanged = and(eq(facts.name, NAME), eq(facts.value, written(before)));
  const changed =
    next === undefined
      ? await tx.delete(facts).where(isUnchanged).returning({ name: facts.name })
      : await tx
          .update(facts)
          .set({ value: written(next) })
          .where(isUnchanged)
          .returning({ name: facts.name });
  return changed.length > 0;
}

function written(pause: SigningPause): string {
  return JSON.stringify(SigningPause.parse(pause));
}
