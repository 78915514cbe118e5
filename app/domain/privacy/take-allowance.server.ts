import { and, inArray, lte, sql } from "drizzle-orm";
import type { Tx, WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";

/** Something limited: so many uses of one key in a window of so many milliseconds. */
export interface Allowance {
  /** Holds hashes only, never an address. */
  key: string;
  windowMs: number;
  limit: number;
}

/** Uses one of an allowance; false when the window's are all used. The same for all processes on one database. */
export async function takeAllowance(tx: Tx, allowance: Allowance, now: number): Promise<boolean> {
  const { key, windowMs, limit } = allowance;
  const windowStartsAt = windowStart(now, windowMs);
  const expiresAt = windowStartsAt + windowMs;
  const taken = await tx.run(useOne, { key, windowStartsAt, expiresAt, limit });
  return taken.length > 0;
}

const useOne = statement("use_allowance", (db: WriteBuilders, given: Given<Window>) => {
  const { allowances } = db.tables;
  const [key, windowStartsAt, expiresAt] = [given("key"), given("windowStartsAt"), given("expiresAt")];
  return db
    .insert(allowances)
    .values({ key, windowStartsAt, used: 1, expiresAt })
    .onConflictDoUpdate({
      target: [allowances.key, allowances.windowStartsAt],
      set: { used: sql`${allowances.used} + 1` },
      setWhere: sql`${allowances.used} < ${given("limit")}`,
    })
    .returning({ used: allowances.used });
});
type Window = { key: string; windowStartsAt: number; expiresAt: number; limit: number };

/** When the window that this moment lies in began; windows stand still, they do not slide. */
export function windowStart(now: number, windowMs: number): number {
  return now - (now % windowMs);
}

/** Forgets windows that have passed, as many as `limit` at once. Returns how many. */
export async function forgetAllowances(tx: Tx, now: number, limit: number): Promise<number> {
  const { allowances } = tx.tables;
  const isPast = lte(allowances.expiresAt, now);
  const past = tx.select({ key: allowances.key }).from(allowances).where(isPast).limit(limit);
  const gone = await tx
    .delete(allowances)
    .where(and(inArray(allowances.key, past), isPast))
    .returning({ key: allowances.key });
  return gone.length;
}
