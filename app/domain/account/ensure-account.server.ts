import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";

/** The account of an address; an address that is met for the first time gets one, which may do nothing yet. */
export async function ensureAccount(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  email: string,
  now: number,
): Promise<string> {
  const { accounts } = tx.tables;
  const id = v7({ msecs: now });
  const addressHash = hashAddress(keyring, email);
  const address = keyring.seal({ table: "accounts", column: "address", rowId: id }, email);
  const [added] = await tx
    .insert(accounts)
    .values({ id, address, addressHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (added) return added.id;
  const [known] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.addressHash, addressHash));
  if (!known) throw new Error("an account was neither added nor found");
  return known.id;
}
