import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findAccountAddress } from "./account-address.server.ts";
import { type AccountChange, accountChange } from "./account-change.ts";

/** A change of an account as its line in the audit log says it, and the address to tell. */
export interface FoundChange {
  email: string;
  change: AccountChange;
  detail: string;
  at: number;
}

/** What the mail about one line of the audit log says; undefined once the account is gone. */
export async function findAccountChange(
  read: Reader,
  keyring: Keyring,
  line: string,
): Promise<FoundChange | undefined> {
  const { auditLog } = read.tables;
  const [row] = await read
    .select()
    .from(auditLog)
    .where(eq(auditLog.sequence, Number(line)));
  const change = row && accountChange(row.action);
  if (!row || !change) return undefined;
  const email = await findAccountAddress(read, keyring, row.subject);
  return email === undefined ? undefined : { email, change, detail: row.detail, at: row.at };
}
