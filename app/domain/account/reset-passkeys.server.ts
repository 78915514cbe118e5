import { eq } from "drizzle-orm";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { lockAccount } from "./lock-account.server.ts";
import { recordChange } from "./record-change.server.ts";

/**
 * Takes all passkeys from the account of an address and ends all its sessions, for somebody who has lost the only
 * one: they sign in by mail and make another. The address is told. `unknown` where nobody has this address.
 */
export async function resetPasskeys(
  site: Pick<Site, "db" | "keyring" | "wake">,
  { email, by }: { email: string; by: string },
  now: number,
): Promise<{ removed: number } | "unknown"> {
  return site.db.transaction("reset passkeys", async (tx) => {
    const { accounts, passkeys, sessions } = tx.tables;
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.addressHash, hashAddress(site.keyring, email)));
    if (!account) return "unknown";
    await lockAccount(tx, account.id);
    const removed = await tx
      .delete(passkeys)
      .where(eq(passkeys.accountId, account.id))
      .returning({ id: passkeys.id });
    await tx.delete(sessions).where(eq(sessions.accountId, account.id));
    const change = { accountId: account.id, change: "reset_passkeys", detail: "", by } as const;
    await recordChange(tx, site, change, now);
    return { removed: removed.length };
  });
}
