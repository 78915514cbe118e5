import { and, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Whether a story was told from the address of an account: nobody moderates their own. */
export async function isOwnStory(
  read: Reader,
  { addressHash }: { addressHash: string },
  accountId: string,
): Promise<boolean> {
  const { accounts } = read.tables;
  const own = await read
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(eq(accounts.id, accountId), eq(accounts.addressHash, addressHash), ne(accounts.addressHash, "")),
    );
  return own.length > 0;
}
