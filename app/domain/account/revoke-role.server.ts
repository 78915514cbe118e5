import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Role } from "#db/tables/account.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { recordChange } from "./record-change.server.ts";

/**
 * Takes a role from the account of an address, from now on. The last admin stays one. `by` is the admin who does
 * it: then the address is told by mail. A command gives none.
 */
export async function revokeRole(
  site: Pick<Site, "db" | "keyring" | "wake">,
  { email, role, by = "" }: { email: string; role: Role; by?: string },
  now: number,
): Promise<"revoked" | "not_granted" | "last_admin"> {
  return site.db.transaction("revoke role", async (tx) => {
    const { accounts, roles } = tx.tables;
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.addressHash, hashAddress(site.keyring, email)));
    if (!account) return "not_granted";
    const accountId = account.id;
    if (role === "admin") {
      const admins = await lockAdmins(tx);
      if (admins.length === 1 && admins[0] === accountId) return "last_admin";
    }
    const revoked = await tx
      .delete(roles)
      .where(and(eq(roles.accountId, accountId), eq(roles.role, role)))
      .returning({ role: roles.role });
    if (revoked.length === 0) return "not_granted";
    if (by === "")
      await appendAudit(tx, { accountId: by, action: "revoke_role", subject: accountId, detail: role }, now);
    else await recordChange(tx, site, { accountId, change: "revoke_role", detail: role, by }, now);
    return "revoked";
  });
}

/** All admins; until this transaction is over nobody else can take the role from one of them. */
async function lockAdmins(tx: Tx): Promise<string[]> {
  const { roles } = tx.tables;
  const admins = await tx
    .update(roles)
    .set({ role: "admin" })
    .where(eq(roles.role, "admin"))
    .returning({ accountId: roles.accountId });
  return admins.map(({ accountId }) => accountId);
}
