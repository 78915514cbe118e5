import { and, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";

/** Something limited: so many uses of one key in a window of so many milliseconds. */
export interface Allowance {
  /** Holds hashes only, never an address. */
  key: string;
  windowMs: number;
  limit: number;
}

/** Uses one of an allowance; false when the window's are all used. The same for all processes on one database. */
export async function takeAllowance(tx: Tx, allowance: Allowance, now: number): Promise<boolean> {
  const { allowances } = tx.tables;
  const windowStartsAt = windowStart(now, allowance.windowMs);
  const taken = await tx
    .insert(allowances)
    .values({ key: allowance.key, windowStartsAt, used: 1, expiresAt: windowStartsAt + allowance.windowMs })
    .onConflictDoUpdate({
      target: [allowances.key, allowances.windowStartsAt],
      set: { used: sql`${allowances.used} + 1` },
      setWhere: sql`${allowances.used} < ${allowance.limit}`,
    })
    .returning({ used: allowances.used });
  return taken.length > 0;
}

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
