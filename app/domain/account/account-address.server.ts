import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** The address of an account, or undefined where the account is gone. */
export async function findAccountAddress(
  read: Reader,
  keyring: Keyring,
  accountId: string,
): Promise<string | undefined> {
  const { accounts } = read.tables;
  const [row] = await read
    .select({ address: accounts.address })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row && keyring.open({ table: "accounts", column: "address", rowId: accountId }, row.address);
}

/** The address of an account that is there. @throws where it is gone */
export async function getAccountAddress(read: Reader, keyring: Keyring, accountId: string): Promise<string> {
  const address = await findAccountAddress(read, keyring, accountId);
  if (address === undefined) throw new Error("an account that is signed in is not there");
  return address;
}
