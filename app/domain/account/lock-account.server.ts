import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";

/** Makes every other transaction that changes this account wait until this one is over. */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  const { accounts } = tx.tables;
  await tx.update(accounts).set({ id: accountId }).where(eq(accounts.id, accountId));
}
