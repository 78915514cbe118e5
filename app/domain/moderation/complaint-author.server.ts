import { asc, desc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/**
 * Who answers for the words of a campaign: its first owner, else whoever helps to run it; with the address that
 * they sign in with. Undefined where nobody runs it: then the author cannot be reached.
 */
export async function findAuthor(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<{ accountId: string; email: string } | undefined> {
  const { organisers, accounts } = read.tables;
  const [row] = await read
    .select({ accountId: accounts.id, address: accounts.address })
    .from(organisers)
    .innerJoin(accounts, eq(accounts.id, organisers.accountId))
    .where(eq(organisers.campaignId, campaignId))
    .orderBy(desc(organisers.role), asc(organisers.addedAt), asc(organisers.accountId))
    .limit(1);
  if (!row || row.address === "") return undefined;
  const { accountId, address } = row;
  const email = keyring.open({ table: "accounts", column: "address", rowId: accountId }, address);
  return { accountId, email };
}
