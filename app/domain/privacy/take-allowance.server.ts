import { lte, sql } from "drizzle-orm";
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
  const windowStartsAt = now - (now % allowance.windowMs);
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

/** Forgets windows that have passed. */
export async function forgetAllowances(tx: Tx, now: number): Promise<void> {
  const { allowances } = tx.tables;
  await tx.delete(allowances).where(lte(allowances.expiresAt, now));
}
